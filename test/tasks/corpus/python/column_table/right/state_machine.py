# A state machine over the characters.
def read_table(text):
    rows, row, field = [], [], ""
    state = "start"
    for mark in text + "\n":
        if state == "quoted":
            if mark == "'":
                state = "closing"
            else:
                field += mark
        elif state == "closing" and mark == "'":
            field += "'"
            state = "quoted"
        elif mark in ";\n":
            if mark == "\n" and state == "start" and not row:
                continue
            row.append(field.strip(" ") if state == "plain" else field)
            field, state = "", "start"
            if mark == "\n":
                rows.append(row)
                row = []
        elif state == "closing":
            raise ValueError("text after a closing quote")
        elif state == "start" and mark == "'":
            state = "quoted"
        else:
            field += mark
            state = "plain"
    if state == "quoted":
        raise ValueError("open quote")
    if len(set(map(len, rows))) > 1:
        raise ValueError("unlike rows")
    return rows


def is_integer(text):
    digits = text[1:] if text[:1] == "-" else text
    return digits != "" and all(mark in "0123456789" for mark in digits)


def format_table(text):
    rows = [[field.replace("\n", "/") for field in row] for row in read_table(text)]
    if not rows:
        return []
    columns = list(zip(*rows))
    widths = [max(map(len, column)) for column in columns]
    right = []
    for column in columns:
        filled = [field for field in column[1:] if field]
        right.append(bool(filled) and all(map(is_integer, filled)))
    lines = []
    for row in rows:
        cells = [field.rjust(width) if side else field.ljust(width) for field, width, side in zip(row, widths, right)]
        lines.append(" | ".join(cells).rstrip(" "))
    lines.insert(1, "-+-".join("-" * width for width in widths))
    return lines
