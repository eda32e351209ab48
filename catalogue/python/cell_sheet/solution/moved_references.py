"""Texts of formulas whose references point elsewhere."""
import re

from cell_names import is_on_sheet

REFERENCE = re.compile(r"(\$?)([A-Z])(\$?)([1-9][0-9]?)(?![0-9A-Z])")


def rewritten(text, place):
    """The text with each reference's row and column as place gives them; only formulas have references."""
    if not text.startswith("="):
        return text

    def moved(match):
        row, column = place(match)
        if not is_on_sheet((row, column)):
            return "#REF"
        return f"{match[1]}{chr(column + 64)}{match[3]}{row}"

    return REFERENCE.sub(moved, text)


def move_by(text, rows, columns):
    def place(match):
        row, column = int(match[4]), ord(match[2]) - 64
        return row if match[3] else row + rows, column if match[1] else column + columns

    return rewritten(text, place)


def move_rows(text, first):
    """A row has come in before the first one that moves, and references follow their cells."""

    def place(match):
        row = int(match[4])
        return row + 1 if row >= first else row, ord(match[2]) - 64

    return rewritten(text, place)
