"""The data that passed the checks last: a copy in the build folder outlives the process that opened them.

Where the build folder keeps none, the release that was published before stands in."""

import hashlib
import io
import logging
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.domain.errors import BrokenPackageError, Problem
from dashboard.operate.opening import open_data
from dashboard.operate.releases import Releases
from dashboard.store import Catalog, content_hash
from dashboard.store.build import kept, why_unwritable
from dashboard.store.catalog import unpacked
from dashboard.store.package import hash_of, package_files
from dashboard.web.version import page_version

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Opened:
    """Data to serve.

    Attributes:
        catalog: of the folder, else the last good ones.
        problems: what is wrong with the folder, where these are the last good ones.
    """

    catalog: Catalog
    problems: list[Problem] = field(default_factory=list)


class DataSource:
    """A folder of data, and in the build folder a copy of what was good in it last.

    Attributes:
        folder: the data package.
        unwritable: why no copy can be kept; empty where it can.
    """

    def __init__(self, folder: Path, build: Path, releases: Path | None = None) -> None:
        self.folder, self._build = folder, build
        self._releases = Releases(folder, releases) if releases else None
        self.unwritable = why_unwritable(build)
        # Other folders may share the build folder: each has its own copy.
        own = hashlib.sha256(str(folder).encode()).hexdigest()[:8]
        self._name, self._checked = f"data-{own}-{{}}.zip", f"checked-{own}-{{}}.pickle"

    def open(self) -> Catalog:
        """The data of the folder, which are kept; BrokenPackageError with every problem.

        What passed the checks of this very code before is taken as it was read then.
        """
        known = self._known(content_hash(self.folder))
        if known:
            return known
        catalog = open_data(self.folder)
        files = package_files(self.folder)
        if hash_of(files) == catalog.version:
            kept(self._build, self._name, catalog.version, lambda: _packed(files))
            kept(self._build, self._checked, page_version(catalog.version), catalog.packed)
        return catalog

    def _known(self, version: str) -> Catalog | None:
        """The data of that version, where they passed the checks of this code before."""
        try:
            return unpacked((self._build / self._checked.format(page_version(version))).read_bytes())
        except Exception:  # not there, or whatever half a file or another pandas makes of it
            return None

    def open_or_last_good(self) -> Opened:
        """The data of the folder, else those that were good last.

        Raises:
            BrokenPackageError: with every problem of the folder, when none is known to have been good.
        """
        try:
            return Opened(self.open())
        except BrokenPackageError as broken:
            last = self.last_good()
            if last is None:
                raise
            return Opened(last, broken.problems)

    def last_good(self) -> Catalog | None:
        """The data of the copy, which must pass the checks of today; None where none does."""
        copies = sorted(self._build.glob(self._name.format("*")), key=lambda path: path.stat().st_mtime)
        return (_unpacked(copies[-1]) if copies else None) or self._released()

    def _released(self) -> Catalog | None:
        """The data that were published last before those of the folder, and pass the checks of today."""
        kept = self._releases.kept().values() if self._releases else ()
        return next((catalog for release in kept if (catalog := _opened(release))), None)


def _packed(files: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, content in files.items():
            packed.writestr(path, content)
    return archive.getvalue()


def _unpacked(copy: Path) -> Catalog | None:
    try:
        with TemporaryDirectory() as folder, zipfile.ZipFile(copy) as packed:
            packed.extractall(folder)
            return _opened(Path(folder), copy.name)
    except (OSError, zipfile.BadZipFile) as fault:
        _tell_useless(copy.name, fault)
        return None


def _opened(folder: Path, name: str = "") -> Catalog | None:
    try:
        return open_data(folder)
    except (BrokenPackageError, OSError) as fault:
        _tell_useless(name or folder.name, fault)
        return None


def _tell_useless(name: str, fault: Exception) -> None:
    _LOG.warning("The last good data, %s, can't be used: %s", name, fault)
