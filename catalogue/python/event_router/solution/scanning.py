"""Cuts the text of a rule into pairs of a kind and what it is."""

import re

from field_paths import PATH

KEYWORDS = set("if set to last after limit rank and or not in has like exists true false null".split())
PIECE = re.compile(rf"(?P<word>{PATH})(?![a-zA-Z0-9_.])|(?P<number>-?[0-9]+)(?![a-zA-Z0-9_.])|'(?P<text>[^']*)'|(?P<mark>!=|<=|>=|[=<>(),])")


def scan(text):
    pieces = []
    place = 0
    while place < len(text):
        if text[place] == " ":
            place += 1
            continue
        found = PIECE.match(text, place)
        if found is None:
            raise ValueError(f"unexpected character at {place}")
        pieces.append(piece_of(found))
        place = found.end()
    return pieces


def piece_of(found):
    kind, value = found.lastgroup, found[found.lastgroup]
    if kind == "word":
        return ("keyword" if value in KEYWORDS else "path"), value
    return kind, int(value) if kind == "number" else value
