"""Two ways to a view: by its page until Dash is there, by Dash from then on; these tests want Dash."""

from playwright.sync_api import Page


def dash_is_there(page: Page) -> None:
    """Until then a choice is answered by the page of the view."""
    page.locator("form.choices").dispatch_event("pointerdown")
    page.locator("form.choices.has-dash").wait_for(state="attached")
