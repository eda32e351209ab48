# A regular expression for one field and what ends it.
import re

FIELD = re.compile(r"(?:'((?:[^']|'')*)'|(?!')([^;\n]*))(;|\n|\Z)")
INTEGER = re.compile("-?[0-9]+")


def read_table(text):
    rows, row, place = [], [], 0
    while place < len(text) or row:
        if not row and text[place] == "\n":
            place += 1
            continue
        found = FIELD.match(text, place)
        if not found:
            raise ValueError(f"no field at {place}")
        quoted, plain, end = found.groups()
        row.append(plain.strip(" ") if quoted is None else quoted.replace("''", "'"))
        place = found.end()
        if end != ";":
            rows.append(row)
            row = []
    if any(len(row) != len(rows[0]) for row in rows):
        raise ValueError("rows of unlike length")
    return rows


def format_table(text):
    rows = read_table(text)
    if not rows:
        return []
    columns = []
    for column in zip(*rows):
        shown = [field.replace("\n", "/") for field in column]
        width = len(max(shown, key=len))
        below = [field for field in column[1:] if field != ""]
        numbers = below and all(INTEGER.fullmatch(field) for field in below)
        sign = ">" if numbers else "<"
        columns.append([f"{field:{sign}{width}}" for field in shown[:1]] + ["-" * width] + [f"{field:{sign}{width}}" for field in shown[1:]])
    lines = list(zip(*columns))
    return [("-+-" if place == 1 else " | ").join(line).rstrip(" ") for place, line in enumerate(lines)]
