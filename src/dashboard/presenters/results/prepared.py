"""All results with what filters and searches read of them, made once for each version of the data."""

import pandas as pd

from dashboard.analysis.people import FEMALE
from dashboard.analysis.results import with_ancestry
from dashboard.analysis.subjects import with_concerns, with_themes
from dashboard.store import Catalog
from dashboard.store.derived import derived


@derived(bare=True)
def prepared_results(catalog: Catalog) -> pd.DataFrame:
    """All results, with ancestry, themes and whom they concern."""
    results = with_ancestry(catalog["results"], catalog["outputs"], catalog["outcomes"])
    results = with_themes(results, catalog["result_themes"])
    return with_concerns(results, catalog["result_figures"], _meaning(catalog, "names"), FEMALE)


def _meaning(catalog: Catalog, kind: str) -> pd.DataFrame:
    """The words of table `synonyms` that mean a thing of one kind (`names:girls`), with its bare code."""
    rows = catalog["synonyms"]
    rows = rows[rows["means"].str.startswith(f"{kind}:")]
    return rows.assign(means=rows["means"].str.removeprefix(f"{kind}:"))


@derived(bare=True)
def result_themes(catalog: Catalog) -> tuple[str, ...]:
    """The themes that results have, in the order of the vocabulary."""
    had = set(prepared_results(catalog)["themes"].explode())
    return tuple(theme for theme in catalog.terms("theme") if theme in had)
