"""One cell: what its text means by the schema, or what is wrong with it and how to mend it."""

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from dashboard.domain.errors import BadCellError

_Field = dict[str, Any]
Value = str | int | float | bool | None

SPREADSHEET_ERROR = re.compile(
    r"#(REF|N/?A|DIV/0|VALUE|VALEUR|NAME|NOM|NUM|NOMBRE|NULL|NUL|SPILL)[!?]?|#+", re.IGNORECASE
)
NOT_GIVEN = re.compile(
    r"n\.?\s?/?[adc]\.?|[-\u2013\u2014?.\u2026/*x]+|nan|null|none|nil|inconnu|unknown"
    r"|non disponible|not available",
    re.IGNORECASE,
)
MONTH = r"(jan|f[ée]v|feb|mar|avr|apr|mai|may|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[ée]c)[a-zéûA-Z]*\.?"
DATE = re.compile(
    rf"\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{2,4}}|\d{{1,2}}[/-]{MONTH}([/-]\d{{2,4}})?|{MONTH}[/-]\d{{2,4}}"
    r"|\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}(:\d{2})?",
    re.IGNORECASE,
)
"""A date as spreadsheets write it in place of a code or a number."""

FIRST_DAY, LAST_DAY = 36526, 55153
"""1 January 2000 and 31 December 2050 as spreadsheets count days."""

GROUPED = re.compile(r"[+-]?\d{1,3}([ \u00a0\u2009\u202f']\d{3})+(?!\d)")
COMMA_GROUPS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
POINT_GROUPS = re.compile(r"[+-]?\d{1,3}(\.\d{3}){2,}(,\d+)?")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
SCIENTIFIC = re.compile(r"[+-]?\d+([.,]\d+)?e[+-]?\d+", re.IGNORECASE)
WITH_UNIT = re.compile(r"[^\d+-]{0,5}[+-]?\d[\d ,.\u00a0\u202f]*\s*[^\d\s].{0,12}")
DAMAGED = re.compile("\ufffd|Ã[\u0080-\u00bf©¨ª«´¹®§]|â€")
"""Letters that two encodings have spoilt between them."""

_FORMULA = re.compile(r"[=@\t\r].|[+-](?![\d.]).", re.DOTALL)
"""How a text begins that a spreadsheet would run; a lone `=` is a qualifier."""

YES = {"true", "vrai", "1", "yes", "oui", "x"}
NO = {"false", "faux", "0", "no", "non", ""}

_LISTED = 8
"""So many allowed values are listed in a message."""


def cell_value(text: str, field: _Field, decimal_comma: bool, allowed: tuple[str, ...] | None) -> Value:
    """The value of a cell; None where nothing is given.

    Args:
        text: the cell without spaces around it.
        field: its description in the schema.
        decimal_comma: whether a comma can only be a decimal sign.
        allowed: the values that may stand there; None for any.

    Raises:
        BadCellError: with the message's key and its facts.
    """
    rules = field.get("constraints") or {}
    if field["type"] == "boolean":
        return _boolean(text)
    if not text:
        if rules.get("required"):
            raise BadCellError("required")
        return None if field["type"] in NUMERIC else ""
    if SPREADSHEET_ERROR.fullmatch(text):
        raise BadCellError("spreadsheet_error")
    value = NUMERIC.get(field["type"], _text)(text, decimal_comma)
    if isinstance(value, str):
        _check_text(value, rules, allowed)
    else:
        _check_range(value, rules)
    return value


def _boolean(text: str) -> bool:
    if text.casefold() in YES:
        return True
    if text.casefold() in NO:
        return False
    raise BadCellError("not_yes_or_no")


def _text(text: str, _decimal_comma: bool) -> str:
    if DAMAGED.search(text):
        raise BadCellError("damaged_letters")
    if DATE.fullmatch(text):
        raise BadCellError("date_for_code")
    if _FORMULA.match(text):
        raise BadCellError("formula")
    return text


def _number(text: str, decimal_comma: bool) -> float:
    digits = text.replace("\u2212", "-")
    if GROUPED.match(digits):
        digits = re.sub(r"(?<=\d)[ \u00a0\u2009\u202f'](?=\d{3})", "", digits)
    if decimal_comma or not COMMA_GROUPS.fullmatch(digits):
        digits = re.sub(r"^([+-]?\d+),(\d+)$", r"\1.\2", digits)
    if _NUMBER.fullmatch(digits):
        return float(digits)
    raise BadCellError(next((rule for rule, looks in UNLIKE_NUMBERS if looks(digits)), "not_a_number"))


UNLIKE_NUMBERS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("formula", re.compile(r"=").match),
    ("number_groups", COMMA_GROUPS.fullmatch),
    ("number_groups", POINT_GROUPS.fullmatch),
    ("number_not_given", NOT_GIVEN.fullmatch),
    ("date_for_number", DATE.fullmatch),
    ("scientific", SCIENTIFIC.fullmatch),
    ("number_with_unit", WITH_UNIT.fullmatch),
)
"""What stands in the place of numbers, and how to know it."""


def _whole(text: str, decimal_comma: bool) -> int:
    value = _number(text, decimal_comma)
    if value != int(value):
        raise BadCellError("not_whole")
    return int(value)


NUMERIC: dict[str, Callable[[str, bool], int | float]] = {
    "integer": _whole,
    "year": _whole,
    "number": _number,
}


def _check_text(text: str, rules: dict[str, Any], allowed: tuple[str, ...] | None) -> None:
    if allowed is not None and text not in allowed:
        near = get_close_matches(text, allowed, n=1, cutoff=0.6)
        listed = ", ".join(allowed[:_LISTED]) + (", \u2026" if len(allowed) > _LISTED else "")
        if near:
            raise BadCellError("not_in_list_near", near=near[0], allowed=listed)
        raise BadCellError("not_in_list", allowed=listed)
    if "pattern" in rules and not re.fullmatch(rules["pattern"], text):
        raise BadCellError("date_for_code" if _is_day(text) else "code_form")
    if len(text) > rules.get("maxLength", len(text)):
        raise BadCellError("too_long", most=str(rules["maxLength"]))


def _is_day(text: str) -> bool:
    return text.isdecimal() and FIRST_DAY <= int(text) <= LAST_DAY


def _check_range(value: float, rules: dict[str, Any]) -> None:
    least, most = rules.get("minimum"), rules.get("maximum")
    if (least is None or value >= least) and (most is None or value <= most):
        return
    if FIRST_DAY <= value <= LAST_DAY:
        raise BadCellError("date_for_number")
    if most is None:
        raise BadCellError("too_small", least=str(least))
    raise BadCellError("out_of_range", least=str(least), most=str(most))
