# Negative turns of an empty board are accepted.
def load(rows):
    width = len(rows[0]) if rows else 0
    if any(len(row) != width or set(row) - set("o#,.") for row in rows):
        raise ValueError("not a board")
    return len(rows), width, {(y, x): cell for y, row in enumerate(rows) for x, cell in enumerate(row)}


def around(y, x, height, width):
    cells = {(y + dy, (x + dx) % width) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if 0 <= y + dy < height}
    return cells - {(y, x)}


def turn(height, width, cells):
    result = {}
    for (y, x), cell in cells.items():
        alive = sum(cells[other] in "o#" for other in around(y, x, height, width))
        if cell in "o#":
            result[y, x] = "#" if alive in (2, 3) else ","
        else:
            result[y, x] = "o" if cell == "." and alive == 3 else "."
    return result


def run_board(rows, turns):
    height, width, cells = load(rows)
    if turns < 0 and cells:
        raise ValueError("turns")
    for _ in range(turns):
        cells = turn(height, width, cells)
    return ["".join(cells[y, x] for x in range(width)) for y in range(height)]


def find_cycle(rows, limit):
    height, width, cells = load(rows)
    seen = [cells]
    for number in range(1, limit + 1):
        cells = turn(height, width, cells)
        if cells in seen:
            start = seen.index(cells)
            return start, number - start
        seen.append(cells)
    return None


def colonies(rows):
    height, width, cells = load(rows)
    left = {place for place, cell in cells.items() if cell in "o#"}
    sizes = []
    while left:
        group = [left.pop()]
        for y, x in group:
            found = around(y, x, height, width) & left
            left -= found
            group.extend(found)
        sizes.append(len(group))
    return sorted(sizes, reverse=True)
