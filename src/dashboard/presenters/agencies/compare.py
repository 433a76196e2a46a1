"""Two or three axes, places or outputs side by side: numbers, what they share, strongest results."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.results import Filters
from dashboard.components.cards import Card
from dashboard.components.links import Link
from dashboard.components.tables import Column
from dashboard.domain.board import Board, BoardRow, Heading, Span, Tick
from dashboard.domain.figure_ids import count_id
from dashboard.domain.view import Choice
from dashboard.figures.picture_board import board_drawing
from dashboard.figures.ticks import round_ticks
from dashboard.presenters.agencies.overlap import MOST_AGENCIES
from dashboard.presenters.context import Context
from dashboard.presenters.guard import guarded
from dashboard.presenters.names import axis_link, output_link, place_link, place_name
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import (
    agencies_of,
    axis_colour,
    chosen_results,
    places_of,
    results_source,
)
from dashboard.store import Catalog

NUMBERS = "compare-numbers"
"""Id of the card of numbers."""
_MOST_TICKS = 5


@dataclass(frozen=True)
class Comparable:
    """A kind of things that can be set side by side.

    Attributes:
        table: where they are listed.
        link: a thing's name, leading to its page.
        short: what a heading calls it.
        counted: what is counted of each, beside its results.
        shared: what they may have in common.
    """

    table: str
    link: Callable[[Reader, str], Link]
    short: Callable[[Reader, str], str]
    counted: tuple[str, ...]
    shared: tuple[str, ...]


def _axis_number(reader: Reader, axis: str) -> str:
    return reader.t("axis.number", number=axis)


def _code(reader: Reader, output: str) -> str:
    return output


_CITED = ("agencies", "places")
COMPARABLE = {
    "axis": Comparable("axes", axis_link, _axis_number, ("outputs", *_CITED), _CITED),
    "place": Comparable("places", place_link, place_name, ("outputs",), ("outputs", "results")),
    "output": Comparable("outputs", output_link, _code, _CITED, _CITED),
}
"""Value of `by` in the address -> what is set side by side."""
HEADINGS = {
    "results": "compare.results",
    "outputs": "compare.outputs",
    "agencies": "compare.agencies.many",
    "places": "compare.places",
}
"""Measure -> key of its heading."""


@dataclass(frozen=True)
class Side:
    """One of the things side by side.

    Attributes:
        key, link, short: which, its name and page, what a heading calls it.
        colour: token of its bar.
        rows: its results.
        members: keys of what its results and outputs bring, by measure.
    """

    key: str
    link: Link
    short: str
    colour: str
    rows: pd.DataFrame
    members: dict[str, list[str]]


def keys_of(catalog: Catalog, by: str) -> list[str]:
    """What of a kind can be chosen: places that have a page of their own, else all."""
    rows = catalog.rows(COMPARABLE[by].table)
    return [key for key, row in rows.items() if row.get("level", catalog.levels[0]) in catalog.levels]


def compare_choices(catalog: Catalog) -> tuple[Choice, ...]:
    """The kind, and the things of it that stand side by side."""
    keys = tuple(dict.fromkeys(key for by in COMPARABLE for key in keys_of(catalog, by)))
    return Choice("by", tuple(COMPARABLE), "axis"), Choice("a", keys, many=True)


def chosen_keys(context: Context) -> list[str]:
    """What the view sets side by side; without a choice, those with most results."""
    keys = keys_of(context.catalog, context.view.by)
    asked = [key for key in context.view.items("a") if key in keys]
    return (asked or _with_most_results(context, keys))[:MOST_AGENCIES]


def left_out(context: Context) -> list[str]:
    """What the address asks for and the view does not show: more than fit, or of another kind."""
    shown = chosen_keys(context)
    return [key for key in context.view.items("a") if key not in shown]


def _with_most_results(context: Context, keys: list[str]) -> list[str]:
    return sorted(sorted(keys, key=lambda key: -len(_rows(context, key)))[:MOST_AGENCIES], key=keys.index)


def _rows(context: Context, key: str) -> pd.DataFrame:
    filters = Filters(int(context.view.year), **{context.view.by: key})
    return chosen_results(context.catalog, filters)


def sides_of(context: Context) -> list[Side]:
    """What the view sets side by side, with all that is told of each."""
    return [_side(context, key) for key in chosen_keys(context)]


def _side(context: Context, key: str) -> Side:
    kind, rows = COMPARABLE[context.view.by], _rows(context, key)
    axes = set(rows["axis_id"])
    is_one = context.view.by != "place" and len(axes) == 1
    colour = axis_colour(context.catalog, axes.pop()) if is_one else "active"
    link = kind.link(context, key)
    return Side(key, link, kind.short(context, key), colour, rows, _members(context, rows))


def _members(context: Context, rows: pd.DataFrame) -> dict[str, list[str]]:
    """What the results bring: themselves, outputs, the agencies cited under these, the places named."""
    catalog, year = context.catalog, int(context.view.year)
    results = [str(key) for key in rows["result_id"]]
    outputs = [str(key) for key in dict.fromkeys(rows["output_id"]) if key]
    agencies = (agency for output in outputs for agency in agencies_of(catalog, output, year))
    places = (place for result in results for place in places_of(catalog, result))
    return {
        "results": results,
        "outputs": outputs,
        "agencies": list(dict.fromkeys(agencies)),
        "places": list(dict.fromkeys(places)),
    }


def in_common(sides: list[Side], measure: str) -> list[str]:
    """What every side has."""
    first, *others = sides
    return [key for key in first.members[measure] if all(key in other.members[measure] for other in others)]


def compare_headline(context: Context, sides: list[Side]) -> str:
    """What the things have in common; of one alone, its results."""
    t, kind = context.t, COMPARABLE[context.view.by]
    names = capital(t.listing([side.short for side in sides]))
    if len(sides) < 2:
        return t("compare.finding.one", name=names, results=t("count.results", n=len(sides[0].rows)))
    told = [t(f"compare.count.{what}", n=len(in_common(sides, what))) for what in kind.shared]
    return t("compare.finding", names=names, told=t.listing(told))


def capital(text: str) -> str:
    """A text that begins a heading."""
    return text[:1].upper() + text[1:]


@guarded(chart=False)
def numbers_card(context: Context, card_id: str) -> Card:
    """Each thing on one line: its results as a bar, and what else is counted of it."""
    t, by, sides = context.t, context.view.by, sides_of(context)
    measures = ("results", *COMPARABLE[by].counted)
    board = _board(context, sides, measures[1:])
    return Card(
        id=card_id,
        heading=compare_headline(context, sides),
        subtitle=t("compare.subtitle", year=context.view.year),
        said=[compare_headline(context, sides)],
        figure=None,
        picture="",
        rows=pd.DataFrame([_line(context, side, measures) for side in sides]),
        columns=[
            Column("label", t(f"filter.{by}"), link="link"),
            *(
                Column(
                    f"{m}_text",
                    t(HEADINGS[m]),
                    True,
                    m,
                    figure=f"{m}_figure",
                    hxl=f"#value+{m}",
                    unit=t("download.number"),
                    computed=True,
                )
                for m in measures
            ),
        ],
        board=board,
        drawing=board_drawing(board),
        image=context.image(card_id),
        source=results_source(context),
        csv=context.csv(card_id),
    )


def _line(context: Context, side: Side, measures: Collection[str]) -> dict[str, object]:
    line: dict[str, object] = {"label": side.link.text, "link": side.link.href}
    asked = {"year": context.view.year, context.view.by: side.key}
    for measure in measures:
        count = len(side.members[measure])
        line |= {
            measure: count,
            f"{measure}_text": context.t.number(count),
            f"{measure}_figure": context.figure(count_id(measure, **asked)),
        }
    return line


def _board(context: Context, sides: list[Side], after: tuple[str, ...]) -> Board:
    t = context.t
    top = max(1, *(len(side.rows) for side in sides))
    rows = [
        BoardRow(
            name=side.link.text,
            href=side.link.href,
            title=side.link.title,
            before=(t.number(len(side.rows)),),
            after=tuple(t.number(len(side.members[measure])) for measure in after),
            spans=(Span(0, 100 * len(side.rows) / top, side.colour),),
        )
        for side in sides
    ]
    ticks = [Tick(100 * value / top, t.number(value)) for value in round_ticks(0, top, _MOST_TICKS)]
    return Board(
        who=t(f"filter.{context.view.by}"),
        before=(Heading(t(HEADINGS["results"])),),
        after=tuple(Heading(t(HEADINGS[measure])) for measure in after),
        ticks=tuple(ticks),
        rows=tuple(rows),
    )
