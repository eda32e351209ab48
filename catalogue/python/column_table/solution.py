import re


def read_table(text):
    rows = []
    place = 0
    while place < len(text):
        if text[place] == "\n":
            place += 1
            continue
        row = []
        more = True
        while more:
            cell, place = read_cell(text, place)
            row.append(cell)
            more = text[place : place + 1] == ";"
            place += 1
        rows.append(row)
    if any(len(row) != len(rows[0]) for row in rows):
        raise ValueError("the rows are of unlike length")
    return rows


def read_cell(text, place):
    if text[place : place + 1] == "'":
        return read_quoted(text, place + 1)
    end = place
    while end < len(text) and text[end] not in ";\n":
        end += 1
    return text[place:end].strip(" "), end


def read_quoted(text, place):
    cell = ""
    while True:
        end = text.find("'", place)
        if end < 0:
            raise ValueError("a quote is not closed")
        cell += text[place:end]
        place = end + 1
        if text[place : place + 1] != "'":
            break
        cell += "'"
        place += 1
    if place < len(text) and text[place] not in ";\n":
        raise ValueError("something follows a closing quote")
    return cell, place


def format_table(text):
    rows = [[cell.replace("\n", "/") for cell in row] for row in read_table(text)]
    if not rows:
        return []
    columns = list(zip(*rows))
    widths = [max(len(cell) for cell in column) for column in columns]
    numeric = [is_numeric(column[1:]) for column in columns]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric)
        ]
        lines.append(" | ".join(cells).rstrip(" "))
    lines.insert(1, "-+-".join("-" * width for width in widths))
    return lines


def is_numeric(cells):
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(re.fullmatch(r"-?[0-9]+", cell) for cell in filled)
