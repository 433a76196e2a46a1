"""What `dashboard boundaries install | fetch | check | remove` do and say."""

import argparse
from collections.abc import Mapping
from typing import Any

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import Translator
from dashboard.operate.boundary_forms import Reason
from dashboard.operate.report import report_lines
from dashboard.settings import Settings
from dashboard.store import Catalog, load


def run_boundaries(options: argparse.Namespace, settings: Settings, t: Translator) -> int:
    """Do what was asked and say it; the exit status is 1 when it could not be done.

    Of `fetch` it is 1 when something was refused and 2 when nothing could be reached.
    """
    try:
        if options.action == "fetch":
            # Imported here, as below: the others need no network.
            from dashboard.operate.fetch_commands import run_fetch

            return run_fetch(options, settings, t)
        if options.action == "install":
            return _install(options, settings, t)
        return _check(settings, t) if options.action == "check" else _remove(settings, t)
    except BrokenPackageError as broken:
        print("\n".join(report_lines(broken.problems, t)))
        return 1


def _install(options: argparse.Namespace, settings: Settings, t: Translator) -> int:
    from dashboard.operate.boundaries import Origin, install
    from dashboard.operate.boundary_forms import RefusedError

    origin = Origin(options.title, options.publisher, options.date, options.licence)
    catalog = load(settings.data)
    try:
        card = install(catalog, options.file, options.admin1, origin, settings.boundaries)
    except RefusedError as refusal:
        print(refusal_line(refusal.reason, options.file.name, catalog, t))
        return 1
    print("\n".join(installed_lines(card, catalog.package.get("borders", {}), t)))
    print(t("boundaries.restart", folder=str(settings.boundaries)))
    return 0


def refusal_line(reason: Reason, file: str, catalog: Catalog, t: Translator) -> str:
    """Why, and that nothing has changed, in one line."""
    words = reason_words(reason, t, catalog.package.get("borders", {}))
    return " ".join([words, t("boundaries.refused", file=file)])


def reason_words(reason: Reason, t: Translator, package: Mapping[str, Any]) -> str:
    """A reason in words; the divisions have the names that the data package gives them."""
    key, facts = reason
    names = {"ours": t.of(package, "title"), "later": t.of(package.get("later", {}), "title")}
    written = {name: fact if isinstance(fact, str) else t.number(fact) for name, fact in facts.items()}
    return t(key, None, **{**names, **written})


def installed_lines(card: Mapping[str, Any], package: Mapping[str, Any], t: Translator) -> list[str]:
    """What was checked and what was written."""
    known = t("boundaries.sum.known" if card["known"] else "boundaries.sum.unknown")
    lines = [
        t("boundaries.sum", sum=card["sha256"], known=known),
        t("boundaries.content", n=card["units"], title=t.of(package, "title") or card["title"]),
        t("boundaries.licence", licence=card["licence"] or t("map.borders.unknown")),
        t(
            "boundaries.installed",
            points=t.number(card["points"]),
            error=t.percent(card["error_pct"]),
            unit=card["error_unit"],
        ),
    ]
    return [*lines, *([] if card["coverage"] else [t("boundaries.no_coverage")])]


def _check(settings: Settings, t: Translator) -> int:
    from dashboard.operate.boundaries import boundary_problems

    problems = boundary_problems(load(settings.data), settings.boundaries)
    for key, facts in problems:
        print(t(key, None, **facts))
    if not problems:
        print(t("boundaries.sound", folder=str(settings.boundaries)))
    return 1 if problems else 0


def _remove(settings: Settings, t: Translator) -> int:
    from dashboard.operate.boundaries import remove

    print(
        t(
            "boundaries.removed" if remove(settings.boundaries) else "boundaries.none",
            folder=str(settings.boundaries),
        )
    )
    return 0
