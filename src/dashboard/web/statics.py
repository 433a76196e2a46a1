"""Static files: hashed names, compressed once, kept in memory, cached for good by browsers."""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import brotli
from flask import Flask, Response, abort, request

from dashboard.store.build import kept
from dashboard.store.summaries import VOICES, Summary
from dashboard.web.dash.contract import scripts
from dashboard.web.http import FOREVER, Encodings, answer

_NAME = re.compile(r"[\w-]+\.[0-9a-f]{10}\.[a-z]+")
_TEXT = (".js", ".css", ".json", ".svg")
_AT_ONCE = 2
"""Files that are compressed at the same time; each takes some tens of megabytes while it lasts."""

_LONG, _QUICK = 500_000, 9
"""Bytes of a file made of many years' data, and how hard it is pressed: a tenth of the time, a tenth more."""


@dataclass(frozen=True)
class Static:
    """One served file: its name holds the hash of its content, which stands ready in every encoding."""

    name: str
    encodings: Encodings


class Statics:
    """The files of the front end by their logical name (`app.js`, `app.css`, `plotly.js`, ...)."""

    def __init__(
        self,
        assets: Path,
        build: Path,
        made: Mapping[str, bytes] | None = None,
        before: "Statics | None" = None,
    ) -> None:
        """The files of `assets` and those made at the start; `before` are those of the data before, which
        pages that are open still ask for."""
        self.build, self._made = build, made or {}
        sources = [*_sources(assets), *self._made.items()]
        # To compress leaves the other cores free: a first start takes half as long with two.
        with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
            prepared = pool.map(lambda source: self._prepare(*source), sources)
            self._files = {logical: static for (logical, _), static in zip(sources, prepared, strict=True)}
        lent = before._files.values() if before else ()
        self._by_name = {static.name: static for static in (*lent, *self._files.values())}

    def address(self, logical: str) -> str:
        """The address of a file, to be written into pages."""
        return f"/static/{self._files[logical].name}"

    def has(self, logical: str) -> bool:
        """Whether there is such a file."""
        return logical in self._files

    def content(self, logical: str) -> Encodings:
        """A file in every encoding, for an address that is to stay the same when the file changes."""
        return self._files[logical].encodings

    def text(self, logical: str) -> str:
        """A file as text, for what stands in a page."""
        return self._files[logical].encodings[""].decode()

    def size(self, logical: str) -> int:
        """Bytes on the wire, brotli where it helps."""
        static = self._files[logical].encodings
        return len(static.get("br", static[""]))

    def voices(self, summaries: Mapping[str, Summary]) -> dict[str, str]:
        """The address of the recording of each summary, by the code of its language."""
        return {code: self.address(voice_name(one)) for code, one in summaries.items()}

    def serve(self, name: str) -> Response:
        """The file of that hashed name in the best encoding that the browser takes; 404 otherwise."""
        static = self._by_name.get(name) or self._of_another_worker(name)
        if static is None:
            abort(404)
        voice = VOICES.get(Path(name).suffix, "")
        mimetype = voice or mimetypes.guess_type(name)[0] or "application/octet-stream"
        response = answer(static.encodings, mimetype, FOREVER, name)
        if voice:  # players ask for the part that they are to play
            response.make_conditional(request, accept_ranges=True, complete_length=len(static.encodings[""]))
        return response

    def _of_another_worker(self, name: str) -> Static | None:
        """A file of newer data, which another worker has loaded already."""
        packed = self.build / f"{name}.br"
        try:
            br = packed.read_bytes() if _NAME.fullmatch(name) else b""
        except OSError:
            return None
        return Static(name, {"": brotli.decompress(br), "br": br}) if br else None

    def _prepare(self, logical: str, plain: bytes) -> Static:
        stem, suffix = logical.rsplit(".", 1)
        stamp = hashlib.sha256(plain).hexdigest()[:10]
        if not logical.endswith(_TEXT):
            return Static(f"{stem}.{stamp}.{suffix}", {"": plain})
        name = f"{stem}.{{}}.{suffix}"
        quality = _QUICK if logical in self._made and len(plain) > _LONG else 11
        br = kept(self.build, f"{name}.br", stamp, partial(brotli.compress, plain, quality=quality))
        gz = kept(self.build, f"{name}.gz", stamp, partial(gzip.compress, plain, 9))
        return Static(name.format(stamp), {"": plain, "br": br, "gzip": gz})


def _sources(assets: Path) -> list[tuple[str, bytes]]:
    dash_scripts = [*scripts(), assets / "dash-islands.js"]
    single = [path for path in sorted(assets.iterdir()) if path.is_file()]
    return [
        ("dash.js", b";\n".join(path.read_bytes() for path in dash_scripts)),
        *((path.name, path.read_bytes()) for path in single),
    ]


def voice_name(summary: Summary) -> str:
    """The logical name of a recording."""
    return f"voice-{summary.code}{summary.suffix}"


def add_static_route(server: Flask, statics: Statics) -> None:
    """Serve `/static/<hashed name>`."""
    server.add_url_rule("/static/<name>", "hashed_static", statics.serve)
