"""Writes src/dashboard/figures/letters.py: how wide the letters of our pictures are.

Run `uv run --with fonttools scripts/letters.py` after a change of the font or of the letters below.
DejaVu Sans (fonts-dejavu-core) is the widest of the fonts that readers see: what fits in it fits in others.
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path("/usr/share/fonts/truetype/dejavu")
FACES = {"REGULAR": "DejaVuSans.ttf", "BOLD": "DejaVuSans-Bold.ttf"}
BLOCKS = ((0x20, 0x7F), (0xA0, 0x180), (0x2010, 0x2015), (0x2018, 0x201F))
SINGLE = "ƁƊƘƝƳŊɓɗƙɲƴŋƐɛƆɔ•…\u202f′″€→−×≈≤≥■●○◆▲▼✓✕"
"""Beside Latin letters those of Mali's languages, and the signs that we write."""
THOUSAND = 1000
LINE = 88
TARGET = Path(__file__).resolve().parents[1] / "src/dashboard/figures/letters.py"


def letters() -> str:
    """Every letter whose width is written."""
    return "".join(chr(code) for block in BLOCKS for code in range(*block)) + SINGLE


def widths(path: Path) -> dict[int, str]:
    """Letters by their width in thousandths of the font size, the narrow ones first."""
    font = TTFont(path)
    glyphs, metrics, unit = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
    found: dict[int, str] = {}
    for letter in letters():
        if ord(letter) in glyphs:
            wide = round(metrics[glyphs[ord(letter)]][0] * THOUSAND / unit)
            found[wide] = found.get(wide, "") + letter
    return dict(sorted(found.items()))


def table(name: str, path: Path) -> str:
    """One table as Python text."""
    lines = [
        f"    {wide}: {part},\n" for wide, part in ((w, _quoted(text)) for w, text in widths(path).items())
    ]
    return f"{name} = {{\n{''.join(lines)}}}\n"


def _quoted(text: str) -> str:
    parts = [ascii_safe(text[at : at + LINE]) for at in range(0, len(text), LINE)]
    return parts[0] if len(parts) == 1 else "(\n" + "".join(f"        {part}\n" for part in parts) + "    )"


def ascii_safe(text: str) -> str:
    """A Python string in double quotes; spaces that can't be seen are written as escapes."""
    shown = "".join(
        c if c.isprintable() and not (c.isspace() and c != " ") else f"\\u{ord(c):04x}"
        for c in text.replace("\\", "\\\\").replace('"', '\\"')
    )
    return f'"{shown}"'


def main() -> None:
    """Write the module."""
    head = '"""Letters by their width in thousandths of the font size; written by scripts/letters.py."""\n\n'
    tables = (table(name, FOLDER / file) for name, file in FACES.items())
    TARGET.write_text(head + "\n".join(tables), encoding="utf-8")
    print(f"{TARGET.name}: {len(letters())} letters", file=sys.stderr)


if __name__ == "__main__":
    main()
