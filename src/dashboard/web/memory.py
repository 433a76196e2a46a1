"""What is kept ready for the next reader, never more than a fixed size."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Content = TypeVar("Content")


class Memory(Generic[Content]):
    """Contents by key; what was asked for longest ago makes room. Shared by the threads of a worker."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[Hashable, tuple[Content, int]] = OrderedDict()
        self._lock = Lock()
        self.size = 0

    def get(self, key: Hashable) -> Content | None:
        """What is kept under the key, None when nothing is."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: Hashable, content: Content, size: int) -> Content:
        """Keep the content, unless it alone is more than a tenth of the room; returns it."""
        if size * 10 <= self._limit:
            with self._lock:
                if key in self._kept:
                    self.size -= self._kept.pop(key)[1]
                self._kept[key] = content, size
                self.size += size
                while self.size > self._limit:
                    self.size -= self._kept.popitem(last=False)[1][1]
        return content
