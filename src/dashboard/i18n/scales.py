"""What amounts are told in: thousands, millions or billions of the country's money."""

SYMBOL, CURRENCY = "$", "USD"
"""Sign and code of the currency of amounts, where no country names its own."""

MILLION = 1_000_000
MONEY_SCALES = {"one": 1, "thousand": 1_000, "million": MILLION, "billion": 1_000 * MILLION}
"""In what a country tells its money -> the units of it."""
COUNTED_PLACES = ("currency.counted", "currency.counted_short", "currency.counted_sign")
"""Places of messages that a language fills itself, by the scale of the money."""


def counted_messages(scale: str) -> tuple[str, str, str]:
    """The messages that fill `COUNTED_PLACES`."""
    return f"scale.{scale}", f"scale.{scale}.short", f"scale.{scale}.with"
