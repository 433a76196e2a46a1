"""The controls of a card, as readers reach them."""


def tool(card, kind, size=""):
    """An item of a card's menus, whose menu is open when this returns; the full screen has no menu."""
    item = card.locator(f'[data-tool="{kind}"]' + (f'[data-size="{size}"]' if size else ""))
    menu = card.locator("details.tool-menu", has=card.page.locator(f'[data-tool="{kind}"]'))
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    return item
