"""Answers kept ready for the next reader, never more than a fixed number of bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock


class Memory:
    """Bytes by key; what was asked for longest ago makes room. Shared by the threads of a worker."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    @property
    def size(self) -> int:
        """Bytes kept now."""
        return self._size

    def get(self, key: Hashable) -> bytes | None:
        """What is kept under the key, None when nothing is."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, content: bytes) -> bytes:
        """Keep the content, unless it alone is more than a tenth of the room; returns it."""
        if len(content) * 10 <= self._limit:
            with self._lock:
                self._size += len(content) - len(self._kept.pop(key, b""))
                self._kept[key] = content
                while self._size > self._limit:
                    self._size -= len(self._kept.popitem(last=False)[1])
        return content
