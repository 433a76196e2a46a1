"""One meaning, one colour. The names are those of the CSS tokens, which also know dark and print."""

COLOURS = {
    "ink": "#1b2730",
    "muted": "#5a6872",
    "grid": "#dfe4e8",
    "paper": "#ffffff",
    "active": "#0072a3",
    "budget": "#57626b",
    "mobilised": "#009edb",
    "spent": "#0b3250",
    "gap": "#b36b00",
    "axis-1": "#6a4c93",
    "axis-2": "#1b7f5c",
    "axis-3": "#b5432f",
    "axis-4": "#b48700",
    "axis-5": "#0f96f0",
    "axis-6": "#691e1e",
    "axis-7": "#5a2d4b",
    "axis-8": "#a587a5",
    "female": "#0b7a75",
    "male": "#8a5a00",
    "total": "#1b2730",
    "reference": "#5a6872",
    "map-1": "#c3e3f2",
    "map-2": "#74bfe2",
    "map-3": "#1a78a6",
    "map-4": "#0b4260",
    "none": "#eef1f3",
}
"""Light-theme colours by token. The browser swaps them for the values of the reader's theme."""

GROUNDS = {
    "wash": "#f5f7f8", "chosen": "#dff1fb", "map-land": "#f4f1ea", "map-country": "#fffdf8",
    "map-hatch": "#929ca4",
}  # fmt: skip
"""Further tokens of the style sheet, which only the pictures of the server fill themselves."""

TOKENS = {colour: token for token, colour in reversed(COLOURS.items())}
"""Token by light-theme colour, for the browser and for the static pictures."""
