"""The large files for readers, made when the data or the code that makes them changes."""

import hashlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from dashboard.i18n import LANGUAGES, translator
from dashboard.i18n.translator import LOCALES
from dashboard.store import Catalog
from dashboard.web.packages import package_zip

MAKERS = ("packages.py", "tables.py", "workbooks.py")
"""The modules beside this one whose change makes the files anew."""


class Exports:
    """The archive and the workbooks, kept in the build folder."""

    def __init__(self, catalog: Catalog, build: Path) -> None:
        name = catalog.package["name"]
        stamp = f"{catalog.version}-{_fingerprint()}"
        build.mkdir(parents=True, exist_ok=True)
        self._paths = {f"{name}.zip": _kept(build / f"{name}-{stamp}.zip", partial(package_zip, catalog))}
        for language in LANGUAGES:
            make = partial(_workbook, catalog, language)
            path = build / f"{name}-{language}-{stamp}.xlsx"
            self._paths[f"{name}-{language}.xlsx"] = _kept(path, make)

    def content(self, name: str) -> bytes | None:
        """A file by the last part of its address; None where there is none."""
        path = self._paths.get(name)
        return path.read_bytes() if path else None

    @property
    def sizes(self) -> Mapping[str, int]:
        """Bytes of each file by its address."""
        return {f"/data/{name}": path.stat().st_size for name, path in self._paths.items()}


def _workbook(catalog: Catalog, language: str) -> bytes:
    # Here, as openpyxl would take 8 MB of each worker to make what hardly ever is made.
    from dashboard.web.workbooks import workbook_bytes

    return workbook_bytes(catalog, translator(language))


def _kept(path: Path, make: Callable[[], bytes]) -> Path:
    if not path.is_file():
        part = path.with_suffix(".part")
        part.write_bytes(make())
        part.replace(path)
    return path


def _fingerprint() -> str:
    here = Path(__file__).parent
    sources = [*(here / name for name in MAKERS), *sorted(LOCALES.glob("*.po"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:8]
