"""An error in one figure shows a notice in its card; the rest of the page and its callback live."""

import pytest

from dashboard.components.markup import islands, markup
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.indicators import panels
from dashboard.web.app import create_app
from dashboard.web.dash.contract import page_callback
from dashboard.web.version import page_version

BROKEN = "funding-money"


@pytest.fixture
def broken_figure(monkeypatch):
    """The figure of one card fails, those of the others don't."""

    def fail(*_):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("dashboard.presenters.money.cards.measure_line", fail)


def test_the_rest_of_the_page_lives(settings, catalog, broken_figure, caplog):
    client = create_app(settings, catalog).server.test_client()
    for language, notice in (("fr/financement", "Carte indisponible"), ("en/funding", "Card not available")):
        text = client.get(f"/{language}").text
        assert f'id="{BROKEN}-heading">{notice}</h2>' in text
        assert text.count(f">{notice}</h2>") == 1
        assert 'id="funding-totals"' in text
        assert "secret" not in text
    assert "secret detail" in caplog.text


def test_the_form_keeps_its_answers(settings, catalog, broken_figure):
    whole = context_of(catalog, "/fr/financement", "")
    exchange = page_callback("funding", islands(PAGES["funding"].layout(whole)))
    client = create_app(settings, catalog).server.test_client()
    view = {
        "path": "/fr/financement",
        "query": "by=axis",
        "before": "",
        "version": page_version(catalog.version),
    }
    answer = client.post("/dash/_dash-update-component", json=exchange.question(view))
    assert answer.status_code == 200
    assert "funding-totals-table" not in answer.json["response"]


def test_a_broken_panel_of_trends_leaves_the_others(catalog, monkeypatch, caplog):
    drawn = panels.indicator_panel

    def fail_for_one(context, indicator, *rest):
        if indicator == "stunting":
            raise ZeroDivisionError("secret detail")
        return drawn(context, indicator, *rest)

    monkeypatch.setattr(panels, "indicator_panel", fail_for_one)
    view = context_of(catalog, "/en/trends", "indicator=stunting,hdi")
    text = markup(PAGES["trends"].layout(view))
    assert text.count(">Card not available</span></h2>") == 1
    assert ">Human Development Index (HDI)</span>" in text
    assert "secret" not in text
    assert "secret detail" in caplog.text
