"""A folder of data takes another's place at one moment, and the one before is kept: publishing rests on it.

A release is a folder `20261128-054500-db2c389118` below the folder of releases: when it was replaced (UTC),
and the version of the data in it.
"""

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

from dashboard.store.package import UNSEEN, content_hash

_HERE = -100
"""`AT_FDCWD`: paths are meant as they stand."""
_EXCHANGE = 2
"""`RENAME_EXCHANGE`: each of two names gets what the other has."""
_UNABLE = (errno.ENOSYS, errno.EINVAL)
"""How systems and disks answer that can't exchange two names."""


class Releases:
    """What is published, and what was before.

    Args:
        folder: the data that are served.
        store: where those are kept that were replaced; made when missing.
    """

    def __init__(self, folder: Path, store: Path) -> None:
        self.folder, self._store = folder, store

    def publish(self, fresh: Path) -> None:
        """Serve a folder of `staged` from now on; what it replaces is kept.

        Raises:
            OSError: when the folder can't be replaced; everything is as it was.
        """
        self._store.mkdir(parents=True, exist_ok=True)
        replace_folder(self.folder, fresh)
        version = content_hash(fresh)
        for known in self._store.glob(f"*-{version}"):
            shutil.rmtree(known)
        shutil.move(fresh, self._store / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{version}")

    def kept(self) -> dict[str, Path]:
        """The releases that were replaced by their version, the last one first."""
        return {
            path.name.rsplit("-", 1)[-1]: path for path in sorted(self._store.glob("*-*-*"), reverse=True)
        }

    def before(self) -> str:
        """The version that was published before this one; empty where none is kept."""
        now = content_hash(self.folder)
        return next((version for version in self.kept() if version != now), "")


@contextmanager
def staged(source: Path, beside: Path) -> Iterator[Path]:
    """A copy of a folder of data on the disk of another, to be changed and checked; gone afterwards.

    Locks of open files stay behind, and so does whatever else programs hide.
    """
    room = Path(mkdtemp(prefix=f".{beside.name}-", dir=beside.parent))
    try:
        fresh = room / beside.name
        hidden = shutil.ignore_patterns(*(f"{start}*" for start in UNSEEN))
        # New times for all: whoever looks at the folder from time to time sees that it is another.
        shutil.copytree(source, fresh, ignore=hidden, copy_function=shutil.copy)
        yield fresh
    finally:
        shutil.rmtree(room, ignore_errors=True)


def replace_folder(folder: Path, fresh: Path) -> None:
    """Exchange two folders at one moment: whoever opens the one finds all of the old or all of the new.

    Where the system can't do that, the name is missing for an instant: who looks just then must look again.
    """
    if not _exchanged(folder, fresh):
        aside = fresh.with_name(f"{fresh.name}-before")
        folder.rename(aside)
        try:
            fresh.rename(folder)
        except OSError:
            aside.rename(folder)
            raise
        aside.rename(fresh)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system knows how; OSError where it does and the two can't be exchanged."""
    exchange = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if exchange is None:
        return False
    if exchange(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in _UNABLE:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(one))
