"""The large files for readers, made when the data or the code that makes them changes."""

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from dashboard.i18n import LANGUAGES, translator
from dashboard.i18n.translator import LOCALES
from dashboard.store import Catalog
from dashboard.store.build import kept
from dashboard.web.packages import package_zip

_MAKERS = ("long*.py", "packages.py", "sdmx.py", "tables.py", "workbook*.py")
"""The modules beside this one whose change makes the files anew."""


class Exports:
    """The archive and the workbooks: kept in the build folder, served from memory."""

    def __init__(self, catalog: Catalog, build: Path) -> None:
        name = catalog.package["name"]
        stamp = f"{catalog.version}-{_fingerprint()}"
        archive = kept(build, f"{name}-{{}}.zip", stamp, partial(package_zip, catalog))
        self._files = {f"{name}.zip": archive}
        for language in LANGUAGES:
            make = partial(_workbook, catalog, language)
            self._files[f"{name}-{language}.xlsx"] = kept(build, f"{name}-{language}-{{}}.xlsx", stamp, make)

    def content(self, name: str) -> bytes | None:
        """A file by the last part of its address; None where there is none."""
        return self._files.get(name)

    @property
    def sizes(self) -> Mapping[str, int]:
        """Bytes of each file by its address."""
        return {f"/data/{name}": len(content) for name, content in self._files.items()}


def _workbook(catalog: Catalog, language: str) -> bytes:
    # Here, as openpyxl would take 8 MB of each worker to make what hardly ever is made.
    from dashboard.web.workbooks import workbook_bytes

    return workbook_bytes(catalog, translator(language))


def _fingerprint() -> str:
    here = Path(__file__).parent
    makers = [path for name in _MAKERS for path in sorted(here.glob(name))]
    sources = [*makers, *sorted(LOCALES.glob("*.po"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:8]
