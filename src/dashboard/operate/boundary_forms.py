"""The forms of boundary files: one file, a shapefile's parts, a folder, an archive; and their sums."""

import hashlib
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PARTS = (".cpg", ".dbf", ".prj", ".shp", ".shx")
"""What a shapefile consists of; the rest that lies beside one is remarks and indexes."""
NEEDED = (".dbf", ".shx")
GEODATABASE = ".gdb"
READ = (".shp", ".geojson", ".gpkg", GEODATABASE)
"""What is looked for in a folder; `.json` beside these is remarks."""
MOST_UNPACKED = 4_000_000_000
"""Bytes that an archive may hold: the historic file of the world needs them, a trap would need more."""
_MOST_TIMES, _SMALL = 50, 20_000_000
"""How many times its size an archive may hold: borders shrink to a third; of little content any share."""
POINTER = b"version https://git-lfs.github.com/spec/"
_MARKUP = b"<"
"""How pages begin, error messages in XML, and the files that send GDAL on to other files."""
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, OSError, EOFError, ValueError)
"""What a damaged, locked or strange archive raises (a method that is not known is a RuntimeError)."""

Reason = tuple[str, Mapping[str, str | float]]
"""Key of a message and what it needs: words, and numbers yet to be written in a language."""


class RefusedError(Exception):
    """The file can't be installed; carries why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason[0])
        self.reason = reason


def refused(key: str, path: Path, **facts: str) -> RefusedError:
    """A refusal that names the file."""
    return RefusedError((key, {"file": path.name, **facts}))


def _parts_of(path: Path) -> list[Path]:
    """Every file that the sum covers: the file itself, the parts of a shapefile, all files of a folder."""
    if path.is_dir():
        return sorted(part for part in path.rglob("*") if part.is_file())
    if path.suffix.lower() != ".shp":
        return [path]
    beside = path.parent.glob("*")
    return sorted(part for part in beside if part.stem == path.stem and part.suffix.lower() in PARTS)


def sums_of(path: Path) -> tuple[str, dict[str, str]]:
    """SHA-256 of what is installed, and of each of its parts by name.

    One file has its own sum. Several have that of their list as `sha256sum` writes it, sorted by name.
    """
    parts = {part.name: _sum(part) for part in _parts_of(path)}
    if len(parts) == 1 and path.is_file():
        return next(iter(parts.values())), parts
    listed = "".join(f"{parts[name]}  {name}\n" for name in sorted(parts))
    return hashlib.sha256(listed.encode()).hexdigest(), parts


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def look(path: Path) -> None:
    """Refuse what is no boundary file at first sight.

    Raises:
        RefusedError: nothing there or empty; a pipe or a device, which may never end, or a file that this
            user may not read; a page of a site (a login, an error) or a pointer of Git LFS in place of the
            file; a shapefile that lacks a part.
    """
    if not path.exists():
        raise refused("boundaries.absent", path)
    if path.is_dir():
        return
    if not path.is_file():
        raise refused("boundaries.unreadable", path)
    start = _start_of(path)
    if not start:
        raise refused("boundaries.empty", path)
    if start.startswith(POINTER):
        raise refused("boundaries.pointer", path)
    if start.startswith(_MARKUP):
        raise refused("boundaries.page", path)
    lacking = set(NEEDED) - {part.suffix.lower() for part in _parts_of(path)}
    if path.suffix.lower() == ".shp" and lacking:
        raise refused("boundaries.parts", path, parts=", ".join(sorted(lacking)))


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(200).lstrip(b"\xef\xbb\xbf \r\n\t")
    except OSError as fault:
        raise refused("boundaries.unreadable", path) from fault


@contextmanager
def opened(path: Path) -> Iterator[list[Path]]:
    """What can be read of a file, a folder or an archive, while it is unpacked; simplified copies last.

    Raises:
        RefusedError: for an archive that is broken, locked or too large, or what `look` refuses in one.
    """
    with TemporaryDirectory() as scratch:
        packed = path.is_file() and zipfile.is_zipfile(path)
        found = _readable(_unpacked(path, Path(scratch)) if packed else path)
        for part in found:
            look(part)
        yield found


def _unpacked(path: Path, scratch: Path) -> Path:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _most_of(path):
                raise refused("boundaries.unreadable", path)
            bare = any(name.endswith(".gdbtable") and "/" not in name for name in archive.namelist())
            target = scratch / (f"bare{GEODATABASE}" if bare else "all")
            archive.extractall(target)
    except _BROKEN as fault:
        raise refused("boundaries.unreadable", path) from fault
    return target


def _most_of(archive: Path) -> int:
    """Bytes that an archive of this size may hold."""
    return min(MOST_UNPACKED, max(_SMALL, _MOST_TIMES * archive.stat().st_size))


def _readable(path: Path) -> list[Path]:
    if path.is_file() or path.suffix.lower() == GEODATABASE:
        return [path]
    found = [
        part
        for part in path.rglob("*")
        if part.suffix.lower() in READ and not part.name.startswith(".") and (part.is_file() or part.is_dir())
    ]
    return sorted(found, key=lambda part: ("simplified" in part.name.lower(), part.name))
