# A generator of rows over an iterator of characters with one put back.
def tokens(text):
    """Fields and ends: ("field", value, quoted) and ("end", mark)."""
    marks = iter(text)
    mark = next(marks, "")
    while True:
        if mark == "'":
            value = []
            while True:
                mark = next(marks, "")
                if mark == "":
                    raise ValueError("open")
                if mark == "'":
                    mark = next(marks, "")
                    if mark != "'":
                        break
                value.append(mark)
            if mark not in ("", ";", "\n"):
                raise ValueError("after quote")
            yield "".join(value), True, mark
        else:
            value = []
            while mark not in ("", ";", "\n"):
                value.append(mark)
                mark = next(marks, "")
            yield "".join(value), False, mark
        if mark == "":
            return
        mark = next(marks, "")


def read_table(text):
    rows, row = [], []
    for value, quoted, end in tokens(text):
        if end != ";" and not row and not quoted and value == "":
            continue
        row.append(value if quoted else value.strip(" "))
        if end != ";":
            rows.append(row)
            row = []
    if len({len(row) for row in rows}) > 1:
        raise ValueError("unlike rows")
    return rows


def format_table(text):
    rows = read_table(text)
    if not rows:
        return []
    shown = [["/".join(field.split("\n")) for field in row] for row in rows]
    count = range(len(rows[0]))
    widths = {n: max(len(row[n]) for row in shown) for n in count}
    sides = {n: side([row[n] for row in rows[1:]]) for n in count}
    lines = []
    for row in shown:
        line = " | ".join(getattr(row[n], sides[n])(widths[n]) for n in count)
        lines.append(line.rstrip(" "))
        if len(lines) == 1:
            lines.append("-+-".join("-" * widths[n] for n in count))
    return lines


def side(fields):
    kinds = {kind(field) for field in fields} - {"empty"}
    return "rjust" if kinds == {"integer"} else "ljust"


def kind(field):
    if field == "":
        return "empty"
    digits = field[1:] if field[0] == "-" else field
    return "integer" if digits and set(digits) <= set("0123456789") else "text"
