"""The corrigendum as a DOCX file, which the authors of the report can take into their own."""

import io
from datetime import datetime

from dashboard.components.links import Link
from dashboard.presenters.corrigendum import correction_heads, corrections
from dashboard.presenters.reader import Reader, speech
from dashboard.store import Catalog

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MADE = datetime(2000, 1, 1)
"""A fixed date of making: the version of the data says how new it is."""
_WIDTHS_CM = (1.0, 4.0, 4.2, 4.0, 4.5, 8.0)


def corrigendum_docx(catalog: Catalog, language: str) -> bytes:
    """A landscape A4 page with one table, whose heading is repeated on each page."""
    # Here, as hardly ever somebody asks for it and lxml takes memory.
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    reader = Reader(catalog, speech(catalog, language))
    t, year = reader.t, catalog.year
    document = Document()
    about = document.core_properties
    about.title = about.subject = t("corrigendum.title", year=year)
    about.author, about.language = t("site.name"), t.manners.tag.replace("_", "-")
    about.created = about.modified = _MADE
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    document.styles["Normal"].font.size = Pt(9)
    document.add_heading(t("corrigendum.title", year=year), level=1)
    document.add_paragraph(t("corrigendum.description", year=year))
    table = document.add_table(rows=1, cols=len(_WIDTHS_CM), style="Table Grid")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _fill_row(table.rows[0], correction_heads(reader), bold=True)
    for correction in corrections(reader):
        _fill_row(
            table.add_row(), [cell.text if isinstance(cell, Link) else cell for cell in correction.cells]
        )
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS_CM, strict=True):
        column.width = Cm(width)  # LibreOffice reads that of columns, Word that of cells
        for cell in column.cells:
            cell.width = Cm(width)
    document.add_paragraph(t("passport.version.data", version=catalog.version))
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _fill_row(row: object, texts: list[str], bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):  # type: ignore[attr-defined]
        cell.paragraphs[0].add_run(text).bold = bold
