"""For presenters, pages and web: keys in; words, numbers and dates in the reader's language out."""

from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.translator import Translator, translator

__all__ = ["LANGUAGES", "Translator", "translator"]
