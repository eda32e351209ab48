# The module csv reads what is quoted; the rest is looked after here.
import csv
import re

WELL_FORMED = re.compile(r"(?:(?:'(?:[^']|'')*'(?=[;\n]|\Z)|(?!')[^;\n]*)(?:[;\n]|\Z))*")


def read_table(text):
    if WELL_FORMED.fullmatch(text) is None:
        raise ValueError("malformed")
    rows = []
    for line in logical_lines(text):
        if line == "":
            continue
        rows.append(next(csv.reader([protected(line)], delimiter=";", quotechar="'", strict=False)))
    rows = [[restore(field) for field in row] for row in rows]
    if len({len(row) for row in rows}) > 1:
        raise ValueError("unlike rows")
    return rows


def logical_lines(text):
    lines = [""]
    quoted, fresh = False, True
    for mark in text:
        if mark == "'" and (fresh or quoted):
            quoted = not quoted
            fresh = False
            lines[-1] += mark
        elif mark == "'" and lines[-1].endswith("'") and inside(lines[-1]):
            quoted = True
            lines[-1] += mark
        elif mark == "\n" and not quoted:
            lines.append("")
            fresh = True
        else:
            lines[-1] += mark
            fresh = mark == ";" and not quoted
    return lines


def inside(line):
    """Whether the field that ends with this line is a quoted one."""
    for part in fields_of(line):
        last = part
    return last.startswith("'")


def fields_of(line):
    return re.findall(r"(?:\A|(?<=;))(?:'(?:[^']|'')*'|[^;]*)(?=;|\Z)", line) or [line]


def protected(line):
    parts = re.findall(r"('(?:[^']|'')*'|[^;]*)(;|\Z)", line)
    out = ""
    for field, end in parts:
        if field.startswith("'"):
            body = field[1:-1].replace("''", "\ue002").replace(";", "\ue000").replace("\n", "\ue001").replace(" ", "\ue003").replace("\r", "\ue005").replace("\0", "\ue006")
        else:
            body = field.strip(" ").replace("'", "\ue002").replace("\r", "\ue005").replace(" ", "\ue003").replace("\0", "\ue006")
        out += body + end
        if not end:
            break
    return out if out else "''"


def restore(field):
    for hidden, mark in zip("\ue000\ue001\ue002\ue003\ue005\ue006", ";\n' \r\0"):
        field = field.replace(hidden, mark)
    return field


def format_table(text):
    rows = [[field.replace("\n", "/") for field in row] for row in read_table(text)]
    if not rows:
        return []
    columns = [list(column) for column in zip(*rows)]
    rule = "-+-".join("-" * max(map(len, column)) for column in columns)
    for column in columns:
        values = list(filter(None, column[1:]))
        right = values and all(re.fullmatch("-?[0-9]+", value) for value in values)
        width = max(map(len, column))
        column[:] = [field.rjust(width) if right else field.ljust(width) for field in column]
    lines = [" | ".join(cells).rstrip(" ") for cells in zip(*columns)]
    return lines[:1] + [rule] + lines[1:]
