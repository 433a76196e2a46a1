"""The build folder: what takes long to make, kept for the next start. Nothing is lost with it."""

import logging
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

_LOG = logging.getLogger(__name__)

_STAMP = "[0-9a-f]{8,}(?:-[0-9a-f]{8,})*"
"""What tells one making of a file from another: hashes of what it was made from."""

ABANDONED = 3600
"""Seconds after which a half-written file belongs to no living process."""

_TOLD: set[Path] = set()
"""Folders of which the operator has heard that they can't be written."""


def why_unwritable(folder: Path) -> str:
    """Why nothing can be kept in a build folder, in the system's words; empty where it can.

    Who asks tells the operator: `kept` says it no more.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, suffix=".part"):
            return ""
    except OSError as fault:
        _TOLD.add(folder)
        return str(fault.strerror)


def kept(folder: Path, name: str, stamp: str, make: Callable[[], bytes]) -> bytes:
    """The content of a file of the build folder, made when it is missing; older makings of it go.

    Several processes may ask at once, also for other stamps of the same name: each gets its own content,
    whichever files stay. A folder that can't be written costs time at the next start, no more, and is told
    once.

    Args:
        folder: the build folder; made when missing.
        name: the file's name with `{}` where the stamp goes.
        stamp: of hexadecimal digits and hyphens.
        make: gives the content.
    """
    path = folder / name.format(stamp)
    try:
        return path.read_bytes()
    except OSError:
        content = make()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, content)
        _forget_others(path, name)
    except OSError as fault:
        if folder not in _TOLD:
            _TOLD.add(folder)
            _LOG.warning("%s is not kept for the next start: %s", path, fault.strerror)
    return content


def _write(path: Path, content: bytes) -> None:
    """Put the whole file in place at once; no other process ever sees a part of it."""
    with NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", suffix=".part", delete=False) as part:
        try:
            part.write(content)
            part.flush()
            Path(part.name).chmod(0o666 & ~_umask())
            Path(part.name).replace(path)
        except OSError:
            Path(part.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _forget_others(path: Path, name: str) -> None:
    before, after = map(re.escape, name.split("{}"))
    other = re.compile(f"{before}{_STAMP}{after}")
    for file in path.parent.iterdir():
        old = other.fullmatch(file.name) and file.name != path.name
        if old or (file.suffix == ".part" and _abandoned(file)):
            file.unlink(missing_ok=True)


def _abandoned(part: Path) -> bool:
    try:
        return time.time() - part.stat().st_mtime > ABANDONED
    except FileNotFoundError:  # whoever wrote it has put it in its place meanwhile
        return False
