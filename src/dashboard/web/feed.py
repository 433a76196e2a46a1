"""What changed in the data as an Atom feed (RFC 4287), for programs that tell their reader of news."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from dashboard.components.links import Link
from dashboard.presenters.changes import ChangeLine, ChangeList, change_lists, feed_address
from dashboard.presenters.reader import Reader, speech
from dashboard.store import Catalog

ATOM = "application/atom+xml"
_SCHEMA = "http://www.w3.org/2005/Atom"
_NO_NEWS = "1970-01-01T00:00:00+00:00"
"""A feed must say when it changed last, one without entries too."""


def changes_feed(catalog: Catalog, language: str, base: str) -> bytes:
    """The feed in a language.

    Args:
        catalog: the data and what was published.
        language: of its words.
        base: `https://...` of the site.
    """
    reader = Reader(catalog, speech(catalog, language))
    lists = change_lists(reader)
    page = base + reader.link("changes")
    feed = Element("feed", {"xmlns": _SCHEMA, "xml:lang": language})
    _add(feed, "title", f"{reader.t('site.name')} · {reader.t('changes.title')}")
    _add(feed, "id", page)
    _add(feed, "updated", lists[0].time if lists else _NO_NEWS)
    _add(SubElement(feed, "author"), "name", reader.t("site.name"))
    SubElement(feed, "link", href=page)
    SubElement(feed, "link", rel="self", href=base + feed_address(reader))
    for one in lists:
        _add_entry(feed, reader, one, page)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add_entry(feed: Element, reader: Reader, changed: ChangeList, page: str) -> None:
    t = reader.t
    entry = SubElement(feed, "entry")
    counts = [t(f"changes.{kind}", n=len(lines)) for kind, lines in changed.kinds.items()]
    _add(entry, "title", f"{t('changes.heading', day=changed.day)} · {', '.join(counts)}")
    _add(entry, "id", f"{page}#{changed.time}")
    _add(entry, "updated", changed.time)
    SubElement(entry, "link", href=f"{page}#v-{changed.after}")
    _add(entry, "content", "\n".join(_said(reader, changed)))


def _said(reader: Reader, changed: ChangeList) -> Iterator[str]:
    """Every change on a line of its own."""
    t = reader.t
    yield t("changes.versions", before=changed.before, after=changed.after)
    for kind, lines in changed.kinds.items():
        yield t(f"changes.{kind}", n=len(lines))
        yield from (_line(reader, line) for line in lines)


def _line(reader: Reader, line: ChangeLine) -> str:
    t = reader.t
    what = line.what.text if isinstance(line.what, Link) else line.what
    if not line.column:
        return f"{line.table} · {what}"
    empty = t("changes.empty")
    broken = f" ({t('changes.broken')})" if line.broken else ""
    return f"{line.table} · {what} · {line.column} · {line.before or empty} → {line.after or empty}{broken}"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
