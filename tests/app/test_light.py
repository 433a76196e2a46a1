"""The light version: every page as words, at most 15 kB each, without a script, and its links stay light."""

import gzip
import re
from html import unescape
from itertools import cycle

import pytest

from dashboard.components.light import light_parts, light_tree
from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES, find
from dashboard.web.addresses import sample_address

MOST = 15_000
TARGETS = re.compile(r'<(?:a|form)[^>]*? (?:href|action)="(/[^"#?]*)')
SAID = re.compile(r"(?:Poids de cette page|Weight of this page)\D*([\d.,]+)\s?k")


def wire(answer):
    return len(answer.data) + sum(len(f"{name}: {value}\r\n") for name, value in answer.headers)


def parts_of(client, address):
    """The HTML of all parts of a light page, each held to its weight."""
    texts, more = [], [address]
    while more:
        answer = client.get(more.pop(0), headers={"Accept-Encoding": "gzip"})
        assert answer.status_code == 200
        text = gzip.decompress(answer.data).decode()
        said = float(SAID.search(text)[1].replace(",", ".")) * 1000
        assert wire(answer) <= MOST, address
        assert abs(said - wire(answer)) <= 0.05 * wire(answer), "the weight said in the footer"
        if not texts:
            links = re.findall(r'href="([^"]*[?;&]part=(\d+))"', text)
            more = list(dict.fromkeys(unescape(link) for link, _ in links))
        texts.append(text)
    return texts


@pytest.mark.parametrize(("language", "name"), list(zip(cycle(LANGUAGES), PAGES, strict=False)))
def test_every_page_is_light_and_leads_to_light_pages(client, catalog, language, name):
    address = sample_address(catalog, language, name)
    texts = parts_of(client, f"/lite{address}")
    for text in texts:
        assert not re.search(r"<(?:script|svg|img|link[^>]*stylesheet)", text)
        back = f'<a href="{address}" rel="alternate">'
        assert text.count(back) == 1, "a way back"
        others = TARGETS.findall(text.replace(back, ""))
        assert [there for there in others if find(there)] == []
        assert any(there.startswith("/lite/") for there in others)


@pytest.mark.parametrize("address", ["/fr/resultats", "/en/funding?by=axis", "/fr/axe/2"])
def test_no_word_of_a_page_is_lost(client, address):
    whole = re.search("<main.*</main>", client.get(address).text, re.DOTALL)[0]
    titles = re.findall(r"<(?:h[1-4]|td|li)\b[^>]*>([^<]{12,})<", re.sub("(?s)<svg.*?</svg>", "", whole))
    light = " ".join(" ".join(parts_of(client, f"/lite{address}")).split())
    assert len(titles) > 20
    assert [title for title in titles if " ".join(title.split()) not in light] == []


def test_a_light_page_keeps_language_year_and_choices(client, catalog):
    text = client.get("/lite/fr/financement?by=axis").text
    assert 'href="/lite/en/funding?by=axis"' in text
    assert '<a href="/fr/financement?by=axis" rel="alternate">' in text
    assert 'href="/lite/fr/financement?by=axis"' in client.get("/fr/financement?by=axis").text
    assert client.get("/lite/fr/AGENCE/PAM").status_code in (301, 302)
    assert client.get("/lite/fr/rien").status_code == 404


def test_a_table_that_goes_on_says_its_heads_again():
    rows = "".join(f"<tr><th>{n * n}</th><td>{n**5} personnes</td></tr>" for n in range(400))
    head = "<caption>Gens</caption><thead><tr><th>n</th></tr></thead>"
    html = f"<section><table>{head}<tbody>{rows}</tbody></table></section>"
    parts = light_parts(light_tree(html, str), 2000)
    assert len(parts) > 1
    for part in parts:
        assert part.startswith(f"<section><table>{head}<tbody>")
        assert part.endswith("</tbody></table></section>")
    assert "".join(parts).count("<tr><th>n</th>") == len(parts)
    assert [f"<td>{n**5} personnes</td>" in "".join(parts) for n in range(400)] == [True] * 400
