"""The large files for readers, made when the data or the code that makes them changes."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from threading import Lock

from dashboard.i18n import LANGUAGES
from dashboard.i18n.languages import LOCALES
from dashboard.presenters.reader import speech
from dashboard.store import Catalog
from dashboard.store.build import kept
from dashboard.web.packages import package_zip

_MAKERS = ("facts.py", "long*.py", "packages.py", "sdmx.py", "tables.py", "workbook*.py")
"""The modules beside this one whose change makes the files anew."""
_FOLDER = "/data/"


class Exports:
    """The archive and the workbooks: made when first asked for, kept for the next start."""

    def __init__(self, catalog: Catalog, build: Path) -> None:
        name = catalog.package["name"]
        stamp = f"{catalog.version}-{_fingerprint()}"
        archive = partial(kept, build, f"{name}-{{}}.zip", stamp, partial(package_zip, catalog))
        self._makers = {f"{name}.zip": archive}
        for language in LANGUAGES:
            make = partial(_workbook, catalog, language)
            file = f"{name}-{language}-{{}}.xlsx"
            self._makers[f"{name}-{language}.xlsx"] = partial(kept, build, file, stamp, make)
        self._files: dict[str, bytes] = {}
        self._making = Lock()

    def content(self, name: str) -> bytes | None:
        """A file by the last part of its address; None where there is none."""
        if name not in self._makers:
            return None
        with self._making:
            if name not in self._files:
                self._files[name] = self._makers[name]()
            return self._files[name]

    def make(self) -> None:
        """Make all that is not there yet."""
        for name in self._makers:
            self.content(name)

    @property
    def sizes(self) -> Mapping[str, int]:
        """Bytes of each file by its address; to know them is to make the files."""
        return _Sizes(self, tuple(self._makers))


class _Sizes(Mapping[str, int]):
    def __init__(self, exports: Exports, names: tuple[str, ...]) -> None:
        self._exports, self._names = exports, names

    def __getitem__(self, address: str) -> int:
        content = self._exports.content(address.removeprefix(_FOLDER))
        if content is None:
            raise KeyError(address)
        return len(content)

    def __iter__(self) -> Iterator[str]:
        return (_FOLDER + name for name in self._names)

    def __len__(self) -> int:
        return len(self._names)


def _workbook(catalog: Catalog, language: str) -> bytes:
    # Here, as openpyxl would take 8 MB of each worker to make what hardly ever is made.
    from dashboard.web.workbooks import workbook_bytes

    return workbook_bytes(catalog, speech(catalog, language))


def _fingerprint() -> str:
    here = Path(__file__).parent
    makers = [path for name in _MAKERS for path in sorted(here.glob(name))]
    sources = [*makers, *sorted(LOCALES.glob("*.po"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:8]
