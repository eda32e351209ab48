# Goes on from line to line while a quote is open.
def read_table(text):
    rows = []
    lines = text.split("\n")
    while lines:
        line = lines.pop(0)
        if line == "":
            continue
        fields = []
        rest = line
        while rest is not None:
            if rest.startswith("'"):
                value = ""
                rest = rest[1:]
                while True:
                    end = rest.find("'")
                    if end < 0:
                        if not lines:
                            raise ValueError("quote not closed")
                        value += rest + "\n"
                        rest = lines.pop(0)
                    elif rest[end : end + 2] == "''":
                        value += rest[: end + 1]
                        rest = rest[end + 2 :]
                    else:
                        value += rest[:end]
                        rest = rest[end + 1 :]
                        break
                fields.append(value)
                if rest and rest[0] != ";":
                    raise ValueError("quote followed by text")
                rest = rest[1:] if rest else None
            elif ";" in rest:
                value, rest = rest.split(";", 1)
                fields.append(value.strip(" "))
            else:
                fields.append(rest.strip(" "))
                rest = None
        rows.append(fields)
    if any(len(fields) != len(rows[0]) for fields in rows):
        raise ValueError("rows of unlike length")
    return rows


def whole(field):
    try:
        int(field)
    except ValueError:
        return False
    return field.isascii() and not set(field) - set("-0123456789")


def format_table(text):
    rows = [[field.replace("\n", "/") for field in row] for row in read_table(text)]
    if not rows:
        return []
    title, *body = rows
    out = [[] for _ in rows]
    rule = []
    for place, head in enumerate(title):
        values = [row[place] for row in body]
        width = max([len(head)] + [len(value) for value in values])
        numbers = any(values) and all(whole(value) for value in values if value)
        for line, field in zip(out, [head] + values):
            line.append(" " * (width - len(field)) + field if numbers else field + " " * (width - len(field)))
        rule.append("-" * width)
    shown = [" | ".join(line).rstrip(" ") for line in out]
    return [shown[0], "-+-".join(rule)] + shown[1:]
