"""The corrigendum as a DOCX, which authors can take into their own report, and as a PDF to pass on."""

import io
from datetime import datetime

from dashboard.components.links import Link
from dashboard.presenters.corrigendum import Correction, correction_heads, corrections
from dashboard.presenters.reader import Reader, speech
from dashboard.store import Catalog

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
_MADE = datetime(2000, 1, 1)
"""A fixed date of making: the version of the data says how new it is."""
_WIDTHS_CM = (1.0, 4.0, 4.2, 4.0, 4.5, 8.0)
_WINDOWS = str.maketrans({"\u202f": "\u00a0", "\u2212": "\u2013"})
"""Signs that the letters of every PDF reader lack -> the nearest that they have."""
_POINTS, _LINE_CM = 9, 0.42


def corrigendum_docx(catalog: Catalog, language: str) -> bytes:
    """Landscape A4 pages with one table, whose heading is repeated on each and whose rows stay whole."""
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
    document.add_paragraph(t("corrigendum.description"))
    table = document.add_table(rows=1, cols=len(_WIDTHS_CM), style="Table Grid")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _fill_row(table.rows[0], correction_heads(reader), bold=True)
    for correction in corrections(reader):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        _fill_row(row, _texts(correction))
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS_CM, strict=True):
        column.width = Cm(width)  # LibreOffice reads that of columns, Word that of cells
        for cell in column.cells:
            cell.width = Cm(width)
    document.add_paragraph(t("passport.version.data", version=catalog.version))
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def corrigendum_pdf(catalog: Catalog, language: str) -> bytes:
    """The same pages as the DOCX has, in letters that every reader of PDF has by itself."""
    from fpdf import FPDF
    from fpdf.enums import VAlign
    from fpdf.fonts import FontFace

    reader = Reader(catalog, speech(catalog, language))
    t, year = reader.t, catalog.year
    pdf = FPDF(orientation="landscape", unit="cm", format="A4")
    pdf.core_fonts_encoding = "windows-1252"
    pdf.set_title(t("corrigendum.title", year=year))
    pdf.set_author(t("site.name"))
    pdf.set_lang(t.manners.tag.replace("_", "-"))
    pdf.set_creation_date(_MADE)
    pdf.set_margin(2)
    pdf.add_page()
    pdf.set_font("helvetica", "B", 16)
    pdf.multi_cell(0, 0.9, _written(t("corrigendum.title", year=year)), new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("helvetica", size=_POINTS)
    pdf.multi_cell(0, _LINE_CM, _written(t("corrigendum.description")), new_x="LMARGIN", new_y="NEXT")
    pdf.ln(_LINE_CM)
    looks = {"text_align": "LEFT", "v_align": VAlign.T, "padding": 0.12, "line_height": _LINE_CM}
    heads = FontFace(emphasis="BOLD", fill_color=(232, 238, 242))
    with pdf.table(col_widths=_WIDTHS_CM, headings_style=heads, **looks) as table:
        table.row([_written(head) for head in correction_heads(reader)])
        for correction in corrections(reader):
            table.row([_written(text) for text in _texts(correction)])
    pdf.ln(_LINE_CM)
    pdf.cell(0, _LINE_CM, _written(t("passport.version.data", version=catalog.version)))
    return bytes(pdf.output())


def _written(text: str) -> str:
    """A text in the signs that the letters have; one that they lack altogether is a question mark."""
    return text.translate(_WINDOWS).encode("windows-1252", "replace").decode("windows-1252")


def _texts(correction: Correction) -> list[str]:
    return [cell.text if isinstance(cell, Link) else cell for cell in correction.cells]


def _fill_row(row: object, texts: list[str], bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):  # type: ignore[attr-defined]
        cell.paragraphs[0].add_run(text).bold = bold
