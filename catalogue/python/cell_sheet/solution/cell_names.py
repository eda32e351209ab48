"""Places of cells: B3 is (3, 2)."""
import re

NAME = re.compile(r"([A-Z])([1-9][0-9]?)")


def cell_at(name):
    match = NAME.fullmatch(name)
    if match is None:
        raise ValueError(f"{name!r} is no cell")
    return int(match[2]), ord(match[1]) - 64


def name_of(cell):
    row, column = cell
    return f"{chr(column + 64)}{row}"


def is_on_sheet(cell):
    row, column = cell
    return 1 <= row <= 99 and 1 <= column <= 26


def between(first, last):
    """The cells of a rectangle, given by two opposite corners, row by row."""
    rows = sorted([first[0], last[0]])
    columns = sorted([first[1], last[1]])
    return [(row, column) for row in range(rows[0], rows[1] + 1) for column in range(columns[0], columns[1] + 1)]
