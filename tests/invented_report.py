"""The text of a report that nobody wrote: in each line that the tables name, the numbers read from it."""

from dashboard.presenters.passages import taken_from_reports


def report_lines(catalog, year):
    """The lines of a text from which the tables could have been read."""
    own = [reading for reading in taken_from_reports(catalog) if reading.year == year]
    lines = [""] * max(number for reading in own for number in reading.lines)
    for reading in own:
        said = (
            f"On compte {written(reading.value)} {reading.told}." if reading.value is not None else "Texte."
        )
        place = reading.lines[0] - 1
        lines[place] = f"{lines[place]} {said}".strip()
    return tuple(lines)


def written(value):
    """As a French report prints it."""
    return f"{abs(value):,.10g}".replace(",", "\u202f").replace(".", ",")
