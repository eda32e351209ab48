# Fields are taken off the front of the text by functions that return the rest.
def take_quoted(text):
    value = ""
    while True:
        part, mark, text = text.partition("'")
        if not mark:
            raise ValueError("quote left open")
        value += part
        if not text.startswith("'"):
            return value, text
        value += "'"
        text = text[1:]


def take_plain(text):
    ends = [place for place in (text.find(";"), text.find("\n")) if place >= 0]
    end = min(ends) if ends else len(text)
    return text[:end].strip(" "), text[end:]


def take_row(text):
    row = []
    while True:
        value, text = take_quoted(text[1:]) if text[:1] == "'" else take_plain(text)
        row.append(value)
        if text == "" or text[0] == "\n":
            return row, text[1:]
        if text[0] != ";":
            raise ValueError("unexpected text")
        text = text[1:]


def read_table(text):
    rows = []
    while text:
        if text[0] == "\n":
            text = text[1:]
            continue
        row, text = take_row(text)
        rows.append(row)
    for row in rows:
        if len(row) != len(rows[0]):
            raise ValueError("lengths differ")
    return rows


def all_integers(fields):
    seen = False
    for field in fields:
        if not field:
            continue
        body = field.removeprefix("-")
        if not body or body.strip("0123456789"):
            return False
        seen = True
    return seen


def format_table(text):
    table = [[field.replace("\n", "/") for field in row] for row in read_table(text)]
    result = []
    if table:
        count = len(table[0])
        widths = [0] * count
        for row in table:
            for place in range(count):
                widths[place] = max(widths[place], len(row[place]))
        numeric = [all_integers([row[place] for row in table[1:]]) for place in range(count)]
        for row in table:
            line = ""
            for place in range(count):
                gap = " " * (widths[place] - len(row[place]))
                line += (" | " if place else "") + (gap + row[place] if numeric[place] else row[place] + gap)
            result.append(line.rstrip(" "))
        result[1:1] = ["-+-".join(["-" * width for width in widths])]
    return result
