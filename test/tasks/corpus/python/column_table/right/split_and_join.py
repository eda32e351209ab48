# Splits at every separator first and puts quoted fields together again.
import re


def read_table(text):
    tokens = re.split("([;\n])", text) + ["\n"]
    rows, row = [], []
    place = 0
    while place < len(tokens) - 1:
        piece = tokens[place]
        if piece.startswith("'"):
            while not closed(piece):
                if place + 2 > len(tokens) - 2:
                    raise ValueError("unclosed")
                piece += tokens[place + 1] + tokens[place + 2]
                place += 2
            inner = piece[1:-1]
            if "'" in inner.replace("''", ""):
                raise ValueError("text after a quote")
            field = inner.replace("''", "'")
        else:
            field = piece.strip(" ")
        end = tokens[place + 1]
        if end == "\n" and not row and piece == "":
            place += 2
            continue
        row.append(field)
        if end == "\n":
            rows.append(row)
            row = []
        place += 2
    if any(len(one) != len(other) for one, other in zip(rows, rows[1:])):
        raise ValueError("unlike")
    return rows


def closed(piece):
    """Whether a piece that begins with a quote has its closing one; what follows it is refused here."""
    place = 1
    while place < len(piece):
        if piece[place] == "'":
            if piece[place + 1 : place + 2] != "'":
                if place != len(piece) - 1:
                    raise ValueError("text after a quote")
                return True
            place += 1
        place += 1
    return False


def format_table(text):
    rows = [[field.replace("\n", "/") for field in row] for row in read_table(text)]
    if not rows:
        return []
    columns = [aligned(list(column)) for column in zip(*rows)]
    title, *others = [" | ".join(cells).rstrip(" ") for cells in zip(*columns)]
    return [title, "-+-".join("-" * len(column[0]) for column in columns)] + others


def aligned(column):
    width = max(len(field) for field in column)
    values = [value for value in column[1:] if value != ""]
    if values and all(re.fullmatch("-?[0-9]+", value) for value in values):
        return [field.rjust(width) for field in column]
    return [field.ljust(width) for field in column]
