"""Draws assets/og/: the pictures that link previews show, one per page of the menu and language.

Run `make previews` after a change of the key figures or of a page's title.
"""

import shutil
from html import escape

from playwright.sync_api import sync_playwright

from dashboard.analysis.finance import AMOUNTS, totals
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.context import Context
from dashboard.presenters.reader import address
from dashboard.settings import ROOT, from_environment
from dashboard.store import load
from dashboard.web.head import PREVIEW, preview_name

NAMES = ("chromium", "chromium-browser", "google-chrome")
STYLE = """
* { box-sizing: border-box; }
html { font-family: var(--font); }
body, p, h1 { margin: 0; }
body {
  display: flex; flex-direction: column; height: 100vh; padding: 4rem 5rem;
  background: var(--spent); color: white;
}
.site { font-size: 1.75rem; opacity: .85; }
h1 { font-size: 4rem; line-height: 1.15; margin: 1.25rem 0 1rem; }
p { font-size: 1.75rem; max-width: none; }
dl { display: grid; grid-template-columns: repeat(4, auto); gap: 2rem; margin: auto 0 0; }
dt { font-size: 1.4rem; opacity: .85; }
dd { margin: 0; font-size: 2.6rem; font-weight: 600; white-space: nowrap; }
"""


def picture(context: Context, tokens: str) -> str:
    """The HTML of a preview: the page's title and description, and the money figures of the year."""
    t, catalog = context.t, context.catalog
    heading, description = PAGES[context.page].title(context)
    money = totals(catalog["finance_totals"], catalog.year, "agencies")
    figures = "".join(
        f"<div><dt>{escape(t(f'finance.{m}'))}</dt><dd>{escape(t.millions(money[f'{m}_usd']))}</dd></div>"
        for m in AMOUNTS
    )
    return (
        f'<!doctype html><html lang="{t.language}"><meta charset="utf-8"><style>{tokens}{STYLE}</style>'
        f'<body><div class="site">{escape(t("site.name"))} · {catalog.year}</div>'
        f"<h1>{escape(heading)}</h1><p>{escape(description)}</p><dl>{figures}</dl></body></html>"
    )


def main() -> None:
    """Draw them all."""
    settings = from_environment()
    catalog = load(settings.data)
    tokens = (ROOT / "front" / "css" / "tokens.css").read_text(encoding="utf-8")
    folder = settings.assets / "og"
    folder.mkdir(exist_ok=True)
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=dict(zip(("width", "height"), PREVIEW, strict=True)))
        for language in LANGUAGES:
            for name in (page.name for page in PAGES.values() if page.in_menu):
                context = context_of(catalog, address(translator(language), name), "")
                if context is not None:
                    page.set_content(picture(context, tokens))
                    page.screenshot(path=folder / preview_name(name, language))
        browser.close()


if __name__ == "__main__":
    main()
