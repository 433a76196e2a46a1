"""`dashboard diff OLD NEW`: what a reader of the tables would find changed, in lines of words."""

from collections.abc import Iterator, Sequence

from dashboard.domain.publication import CellChange, TableChange
from dashboard.i18n import Translator
from dashboard.operate.report import LONGEST_VALUE
from dashboard.store import Catalog
from dashboard.store.changes import changes_between, rows_by_key
from dashboard.store.naming import amount_column

_MOST = 20
"""So many rows and cells of each kind are listed for a table; of the others the number is told."""

_AMOUNTS = ("budget", "mobilised", "gap", "spent")


def difference_lines(before: Catalog, after: Catalog, t: Translator) -> list[str]:
    """Each table in which something is other, then every printed total before and after."""
    changes = changes_between(before, after)
    if not changes:
        return [t("diff.nothing")]
    return [line for change in changes for line in _table_lines(change, t)] + list(_totals(before, after, t))


def _table_lines(change: TableChange, t: Translator) -> Iterator[str]:
    rows = list(dict.fromkeys(cell.key for cell in change.cells))
    counts = (("added", change.added), ("changed", rows), ("gone", change.gone))
    parts = [t(f"diff.{kind}", n=len(found)) for kind, found in counts if found]
    yield t.template("diff.table").format_map({"table": change.table, "parts": ", ".join(parts)})
    yield from _some([f"  + {key}" for key in change.added], t)
    yield from _some([f"  ~ {_cell(cell, t)}" for cell in change.cells], t)
    yield from _some([f"  - {key}" for key in change.gone], t)


def _some(lines: Sequence[str], t: Translator) -> list[str]:
    more = len(lines) - _MOST
    return [*lines[:_MOST], *([f"    {t('diff.more', n=more)}"] if more > 0 else [])]


def _cell(cell: CellChange, t: Translator) -> str:
    before, after = (_shown(text, t) for text in (cell.before, cell.after))
    facts = {"key": cell.key, "column": cell.column, "before": before, "after": after}
    return t.template("diff.cell").format_map(facts)


def _shown(text: str, t: Translator) -> str:
    line = " ".join(text.split())
    return (line if len(line) <= LONGEST_VALUE else f"{line[:LONGEST_VALUE]}…") or t("diff.empty")


def _totals(before: Catalog, after: Catalog, t: Translator) -> Iterator[str]:
    """The printed totals of each year: `2021 · agencies : budget_usd 578474401 → 578474402, ...`."""
    money = [*(amount_column(after.package, measure) for measure in _AMOUNTS), "execution_rate_pct"]
    old, new = (rows_by_key(catalog, "finance_totals") for catalog in (before, after))
    yield t("diff.totals")
    for key in sorted({*old, *new}):
        pairs = [(m, *(rows.get(key, {}).get(m, "") for rows in (old, new))) for m in money]
        parts = [
            f"{measure} {one}" if one == other else f"{measure} {_shown(one, t)} → {_shown(other, t)}"
            for measure, one, other in pairs
            if one or other
        ]
        yield "  " + t.template("diff.table").format_map({"table": key, "parts": ", ".join(parts)})
