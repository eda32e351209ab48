# Fields are padded in place, column after column.
def read_table(text):
    table = [[]]
    place = 0
    size = len(text)
    while place <= size:
        here = text[place] if place < size else "\n"
        if here == "\n" and not table[-1]:
            place += 1
            continue
        if here == "'":
            end = place + 1
            pieces = []
            while end < size:
                if text[end] != "'":
                    pieces.append(text[end])
                    end += 1
                elif text[end + 1 : end + 2] == "'":
                    pieces.append("'")
                    end += 2
                else:
                    break
            else:
                raise ValueError("no closing quote")
            end += 1
            table[-1].append("".join(pieces))
        else:
            end = place
            while end < size and text[end] not in ";\n":
                end += 1
            table[-1].append(text[place:end].strip(" "))
        if end >= size or text[end] == "\n":
            table.append([])
        elif text[end] != ";":
            raise ValueError("text behind a quote")
        elif end + 1 == size:
            table[-1].append("")
            end += 1
            table.append([])
        elif text[end + 1] == "\n":
            table[-1].append("")
            table.append([])
            end += 1
        place = end + 1
    rows = [row for row in table if row]
    for row in rows[1:]:
        if len(row) != len(rows[0]):
            raise ValueError("unlike")
    return rows


def format_table(text):
    rows = read_table(text)
    if not rows:
        return []
    rule = []
    for number in range(len(rows[0])):
        column = [row[number].replace("\n", "/") for row in rows]
        width = sorted(len(field) for field in column)[-1]
        shapes = [field.lstrip("-") for field in column[1:] if field]
        signs = [len(field) - len(field.lstrip("-")) for field in column[1:] if field]
        to_the_right = bool(shapes) and all(shape.isdigit() and shape.isascii() for shape in shapes) and max(signs) <= 1
        for row, field in zip(rows, column):
            while len(field) < width:
                field = " " + field if to_the_right else field + " "
            row[number] = field
        rule.append("-" * width)
    lines = [" | ".join(row).rstrip(" ") for row in rows]
    return lines[:1] + ["-+-".join(rule)] + lines[1:]
