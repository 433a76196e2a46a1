"""Who works on what as a card: the matrix for a picture, the same as a table."""

from typing import Any

import pandas as pd

from dashboard.components.cards import Card
from dashboard.components.tables import Column
from dashboard.domain.matrix import Matrix, MatrixRow
from dashboard.figures.picture_matrix import matrix_drawing
from dashboard.presenters.agencies.overlap import Overlap, matrix_of, overlap_headline
from dashboard.presenters.context import Context
from dashboard.presenters.findings import findings_about
from dashboard.presenters.guard import guarded
from dashboard.presenters.results.items import results_source


@guarded(chart=False)
def matrix_card(context: Context, overlap: Overlap, card_id: str) -> Card:
    """Agencies by the outputs under which the report cites them; a dot of the picture is a 1 of the table."""
    t, matrix = context.t, matrix_of(context, overlap)
    finding = overlap_headline(context, overlap)
    return Card(
        id=card_id,
        heading=finding,
        subtitle=t("agencies.subtitle", year=context.view.year),
        said=[finding],
        figure=None,
        picture="",
        rows=pd.DataFrame([_line(row, matrix) for row in matrix.rows]),
        columns=[
            Column("label", t("agency.one"), link="link", hxl="#org+name"),
            Column("count", t("agencies.outputs"), True, unit=t("download.number"), computed=True),
            *(
                Column(
                    code,
                    code,
                    True,
                    hxl=f"#value+output_{code.replace('.', '_')}",
                    unit=t("download.number"),
                )
                for code in (_code(column.title) for column in matrix.columns)
            ),
        ],
        source=results_source(context),
        csv=context.csv(card_id),
        drawing=matrix_drawing(matrix),
        image=context.image(card_id),
        findings=findings_about(context, "outputs", context.catalog.outputs),
    )


def _code(title: str) -> str:
    """The code that a column's title begins with."""
    return title.partition(" ")[0]


def _line(row: MatrixRow, matrix: Matrix) -> dict[str, Any]:
    cited = {_code(column.title): int(dot) for column, dot in zip(matrix.columns, row.dots, strict=True)}
    return {"label": row.name, "link": row.href, "count": sum(row.dots), **cited}
