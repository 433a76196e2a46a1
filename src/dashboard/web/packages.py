"""The whole package as one archive that stands for itself: tables, descriptor, licence, readme."""

import io
import json
import zipfile

from dashboard.i18n import LANGUAGES
from dashboard.presenters.reader import Reader, speech
from dashboard.presenters.sources import report_names
from dashboard.store import Catalog
from dashboard.web.facts import codebook_csv, described, told_csv
from dashboard.web.longform import long_records, long_resource
from dashboard.web.sdmx import sdmx_csv, structure_json
from dashboard.web.tables import records_csv

_MADE = (1980, 1, 1, 0, 0, 0)
"""A fixed date of making: the same data gives the same archive."""


def package_zip(catalog: Catalog) -> bytes:
    """The data package as a ZIP archive; unpacked, `frictionless validate datapackage.json` accepts it."""
    long = long_resource(catalog)
    package = {**catalog.package, "resources": described(catalog)}
    names = [field["name"] for field in long["schema"]["fields"]]
    files = {
        "datapackage.json": json.dumps(package, ensure_ascii=False, indent=1).encode(),
        long["path"]: records_csv(names, long_records(catalog)),
        "codebook.csv": codebook_csv(catalog),
        "sdmx/data.csv": sdmx_csv(catalog),
        "sdmx/structure.json": structure_json(catalog),
        **{
            resource["path"]: told_csv(catalog, resource["name"]) for resource in catalog.package["resources"]
        },
        "LICENCE.txt": licence_text(catalog).encode(),
        **{
            speech(catalog, language)("package.readme.file"): readme_text(catalog, language).encode()
            for language in LANGUAGES
        },
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(name, _MADE), body, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def readme_text(catalog: Catalog, language: str) -> str:
    """What the archive holds, in a language (Markdown)."""
    t = speech(catalog, language)
    tables = "\n".join(
        f"- `{resource['path']}` : {t.of(resource, 'title')}. {t.of(resource, 'description')}"
        for resource in (*catalog.package["resources"], long_resource(catalog))
    )
    facts = {"reports": report_names(Reader(catalog, t)), "version": catalog.version}
    parts = [
        f"# {t('site.name')}",
        t("package.what", None, **facts),
        t("package.how"),
        "## " + t("package.tables"),
        tables,
        "## " + t("passport.cite"),
        t("package.cite", None, **facts),
    ]
    return "\n\n".join(parts) + "\n"


def licence_text(catalog: Catalog) -> str:
    """The licence of the tables and the terms of each source that they quote, in every language."""
    licence = catalog.package["licenses"][0]
    parts = []
    for language in LANGUAGES:
        t = speech(catalog, language)
        parts.append(t("package.licence", licence=licence["title"], path=licence["path"]))
        for source in catalog.sources.values():
            terms = " · ".join(filter(None, (t.of(source, "licence"), source.url)))
            parts.append(f"{t.of(source, 'attribution')}\n  {terms}")
    return "\n\n".join(parts) + "\n"
