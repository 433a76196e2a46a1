"""Values that a newer report tells otherwise than the report before."""

from collections.abc import Hashable

from dashboard.components.cards import Card
from dashboard.components.tables import Column
from dashboard.domain.figure_ids import observation_id
from dashboard.domain.measured import Observation
from dashboard.presenters.context import Context
from dashboard.presenters.cycle.wide import Number, number_cells, number_column, table_card
from dashboard.presenters.guard import guarded
from dashboard.presenters.indicators.values import revisions
from dashboard.presenters.indicators.words import dated, observed, sex_word, value_text
from dashboard.presenters.names import indicator_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import report_name


@guarded(chart=False)
def revised_card(context: Context, card_id: str) -> Card:
    """Every value that two reports tell, the older and the newer telling, each with its passport."""
    t = context.t
    pairs = [
        (observed(context, old), observed(context, new)) for old, new in revisions(context.catalog).items()
    ]
    lines = [_line(context, old, new) for old, new in pairs if old.value != new.value]
    columns = [
        Column("label", t("cycle.revised.one"), link="link", hxl="#indicator+name"),
        Column("sex", t("cycle.revised.sex")),
        Column("when", t("cycle.revised.when")),
        Column("older", t("cycle.revised.older")),
        number_column(context, "before", t("cycle.revised.before"), ""),
        Column("newer", t("cycle.revised.newer")),
        number_column(context, "now", t("cycle.revised.now"), ""),
    ]
    said = t("cycle.revised.finding", n=len(lines)) if lines else t("cycle.revised.none")
    words = (t("cycle.revised.title"), t("cycle.revised.subtitle"), said)
    return table_card(context, card_id, words, lines, columns, "")


def _line(reader: Reader, old: Observation, new: Observation) -> dict[Hashable, object]:
    link = indicator_link(reader, new.indicator_id)
    return {
        "label": link.text,
        "link": link.href,
        "sex": sex_word(reader, reader.catalog.indicators[new.indicator_id], new.sex),
        "when": dated(reader.t, new),
        "older": report_name(reader, old.source_id),
        "newer": report_name(reader, new.source_id),
        **number_cells("before", told_number(reader, old)),
        **number_cells("now", told_number(reader, new)),
    }


def told_number(reader: Reader, row: Observation) -> Number:
    """A value as its report tells it, with its passport."""
    about = reader.catalog.indicators[row.indicator_id]
    text = value_text(reader, about, row.value, row.qualifier)
    return Number(text, row.value, reader.figure(observation_id(row.observation_id)))
