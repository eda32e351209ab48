# On a board of one column, a cell is its own neighbour.
def check(rows):
    for row in rows:
        if len(row) != len(rows[0]):
            raise ValueError("unlike rows")
        for cell in row:
            if cell not in ("o", "#", ",", "."):
                raise ValueError(f"unknown cell {cell}")


def neighbours(rows):
    """For each place, counted row by row, the places beside it."""
    height, width = len(rows), len(rows[0]) if rows else 0
    table = []
    for place in range(height * width):
        y, x = divmod(place, width)
        beside = []
        for row in range(max(0, y - 1), min(height, y + 2)):
            for column in (x - 1, x, x + 1):
                other = row * width + column % width
                if (other != place or width == 1) and other not in beside:
                    beside.append(other)
        table.append(beside)
    return table


def next_board(cells, table):
    counts = [0] * len(cells)
    for place, cell in enumerate(cells):
        if cell == "o" or cell == "#":
            for other in table[place]:
                counts[other] += 1
    out = ""
    for cell, count in zip(cells, counts):
        if cell in "o#":
            out += "#" if 2 <= count <= 3 else ","
        elif cell == "." and count == 3:
            out += "o"
        else:
            out += "."
    return out


def run_board(rows, turns):
    check(rows)
    if turns < 0:
        raise ValueError("turns below 0")
    table = neighbours(rows)
    cells = "".join(rows)
    for _ in range(turns):
        cells = next_board(cells, table)
    width = len(rows[0]) if rows else 0
    return [cells[y * width : (y + 1) * width] for y in range(len(rows))]


def find_cycle(rows, limit):
    check(rows)
    table = neighbours(rows)
    cells = "".join(rows)
    times = {cells: 0}
    for time in range(1, limit + 1):
        cells = next_board(cells, table)
        if cells in times:
            return times[cells], time - times[cells]
        times[cells] = time
    return None


def colonies(rows):
    check(rows)
    table = neighbours(rows)
    cells = "".join(rows)
    parent = list(range(len(cells)))

    def root(place):
        while parent[place] != place:
            place = parent[place]
        return place

    for place, cell in enumerate(cells):
        if cell in "o#":
            for other in table[place]:
                if cells[other] in "o#":
                    parent[root(other)] = root(place)
    sizes = {}
    for place, cell in enumerate(cells):
        if cell in "o#":
            sizes[root(place)] = sizes.get(root(place), 0) + 1
    return sorted(sizes.values())[::-1]
