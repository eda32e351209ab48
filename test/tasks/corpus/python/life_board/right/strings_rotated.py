# Rows are turned round as texts, and columns of nine are counted.
def checked(rows):
    if rows and any(len(row) - len(rows[0]) for row in rows):
        raise ValueError("lengths")
    for row in rows:
        if row.strip("o#,."):
            raise ValueError("cells")
        for cell in row:
            if cell not in "o#,.":
                raise ValueError("cells")
    return list(rows)


def turned(row):
    """The row and its neighbours to both sides, each only once."""
    if len(row) < 2:
        return [row]
    if len(row) == 2:
        return [row, row[::-1]]
    return [row, row[1:] + row[:1], row[-1:] + row[:-1]]


def after(rows):
    nothing = "." * len(rows[0]) if rows else ""
    result = []
    for y, row in enumerate(rows):
        above = rows[y - 1] if y else nothing
        below = rows[y + 1] if y + 1 < len(rows) else nothing
        views = turned(above) + turned(row)[1:] + turned(below)
        new = []
        for cell, *others in zip(row, *views):
            count = others.count("o") + others.count("#")
            if cell in "o#":
                new.append("#" if count in (2, 3) else ",")
            else:
                new.append("o" if count == 3 and cell != "," else ".")
        result.append("".join(new))
    return result


def run_board(rows, turns):
    board = checked(rows)
    if turns < 0:
        raise ValueError("turns")
    for _ in range(turns):
        board = after(board)
    return board


def find_cycle(rows, limit):
    board = checked(rows)
    numbers = {tuple(board): 0}
    number = 0
    while number < limit:
        board = after(board)
        number += 1
        first = numbers.setdefault(tuple(board), number)
        if first != number:
            return first, number - first
    return None


def colonies(rows):
    board = checked(rows)
    labels = {}
    for y, row in enumerate(board):
        for x, cell in enumerate(row):
            if cell in "o#":
                labels[y, x] = len(labels)
    changed = True
    while changed:
        changed = False
        for y, x in labels:
            for row in (y - 1, y, y + 1):
                for column in (x - 1, x, x + 1):
                    other = labels.get((row, column % len(board[0])))
                    if other is not None and other < labels[y, x]:
                        labels[y, x] = other
                        changed = True
    found = list(labels.values())
    return sorted((found.count(label) for label in set(found)), reverse=True)
