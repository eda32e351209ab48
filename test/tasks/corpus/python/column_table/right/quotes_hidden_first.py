# Separators within quotes are hidden first, then the text is split.
HIDDEN = {";": "\ue000", "\n": "\ue001", "'": "\ue002", " ": "\ue003"}
SHOWN = {hidden: mark for mark, hidden in HIDDEN.items()}
EMPTY = "\ue004"


def hide(text):
    out = []
    place = 0
    fresh = True
    while place < len(text):
        mark = text[place]
        if fresh and mark == "'":
            place += 1
            inner = EMPTY
            while True:
                if place >= len(text):
                    raise ValueError("open quote")
                if text[place] == "'":
                    if text[place + 1 : place + 2] != "'":
                        break
                    place += 1
                inner += HIDDEN.get(text[place], text[place])
                place += 1
            place += 1
            if place < len(text) and text[place] not in ";\n":
                raise ValueError("after the quote")
            out.append(inner)
            fresh = False
            continue
        fresh = mark in ";\n"
        out.append(mark)
        place += 1
    return "".join(out)


def reveal(field):
    field = field.strip(" ").replace(EMPTY, "")
    for hidden, mark in SHOWN.items():
        field = field.replace(hidden, mark)
    return field


def read_table(text):
    rows = [[reveal(field) for field in line.split(";")] for line in hide(text).split("\n") if line]
    if rows and min(map(len, rows)) != max(map(len, rows)):
        raise ValueError("unlike rows")
    return rows


def format_table(text):
    rows = [tuple(field.replace("\n", "/") for field in row) for row in read_table(text)]
    if len(rows) == 0:
        return []
    specs = []
    for column in zip(*rows):
        body = "".join(" " if not field else number(field) for field in column[1:])
        right = "n" in body and "t" not in body
        specs.append("{:%s%d}" % ("><"[not right], max(1, *map(len, column))) if any(column) else "{}")
    pattern = " | ".join(specs)
    lines = [pattern.format(*row).rstrip(" ") for row in rows]
    rule = "-+-".join("-" * max(map(len, column)) for column in zip(*rows))
    return lines[:1] + [rule] + lines[1:]


def number(field):
    digits = field.removeprefix("-")
    return "n" if digits.isascii() and digits.isdecimal() else "t"
