# Cycles are found by two boards at different speeds.
def good(rows):
    widths = [len(row) for row in rows]
    return widths == widths[:1] * len(widths) and all(cell in "o#,." for row in rows for cell in row)


def following(rows):
    if not rows or not rows[0]:
        return rows
    height, width = len(rows), len(rows[0])
    columns = [sorted({(x - 1) % width, x, (x + 1) % width}) for x in range(width)]
    new = []
    for y in range(height):
        lines = rows[y - 1 if y else 0 : y + 2]
        text = ""
        for x in range(width):
            here = rows[y][x]
            count = sum(line[column] in "o#" for line in lines for column in columns[x]) - (here in "o#")
            match here:
                case "o" | "#":
                    text += "#" if count == 2 or count == 3 else ","
                case ".":
                    text += "o" if count == 3 else "."
                case _:
                    text += "."
        new.append(text)
    return new


def run_board(rows, turns):
    if not good(rows) or turns < 0:
        raise ValueError("cannot run that")
    board = list(rows)
    for _ in range(turns):
        board = following(board)
    return board


def find_cycle(rows, limit):
    if not good(rows):
        raise ValueError("cannot look at that")
    rows = list(rows)
    tortoise, hare = rows, following(rows)
    power = length = 1
    steps = 1
    while tortoise != hare:
        if steps > 2 * limit + 2:
            return None
        if power == length:
            tortoise, power, length = hare, power * 2, 0
        hare = following(hare)
        length += 1
        steps += 1
    start = 0
    tortoise = rows
    hare = run_board(rows, length)
    while tortoise != hare:
        tortoise, hare = following(tortoise), following(hare)
        start += 1
    return (start, length) if start + length <= limit else None


def colonies(rows):
    if not good(rows):
        raise ValueError("cannot count that")
    alive = [(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell in "o#"]
    width = len(rows[0]) if rows else 0
    sizes = []
    while alive:
        group = [alive.pop()]
        for y, x in group:
            near = [(b, a) for b, a in alive if abs(b - y) < 2 and (a - x) % width in (0, 1, width - 1)]
            for place in near:
                alive.remove(place)
            group += near
        sizes.append(len(group))
    sizes.sort()
    sizes.reverse()
    return sizes
