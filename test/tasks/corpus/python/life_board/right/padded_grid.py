# Rows of numbers with a border of nothing above and below.
CODES = {".": 0, ",": 1, "o": 2, "#": 3}
MARKS = ".,o#"


def codes(rows):
    grid = []
    for row in rows:
        line = []
        for cell in row:
            if cell not in CODES:
                raise ValueError("what is this cell?")
            line.append(CODES[cell])
        grid.append(line)
    for line in grid:
        if len(line) != len(grid[0]):
            raise ValueError("what is this row?")
    return grid


def offsets(width):
    """The columns to look at, from the column itself."""
    if width >= 3:
        return (-1, 0, 1)
    return (0, 1)[:width]


def evolve(grid):
    if not grid:
        return []
    width = len(grid[0])
    empty = [0] * width
    bordered = [empty] + grid + [empty]
    new = []
    for above, line, below in zip(bordered, bordered[1:], bordered[2:]):
        made = []
        for x in range(width):
            total = 0
            for other in (above, line, below):
                for shift in offsets(width):
                    total += other[(x + shift) % width] > 1
            if line[x] > 1:
                made.append(3 if total in (3, 4) else 1)
            elif line[x] == 0 and total == 3:
                made.append(2)
            else:
                made.append(0)
        new.append(made)
    return new


def run_board(rows, turns):
    grid = codes(rows)
    if turns < 0:
        raise ValueError("time does not go backwards")
    for _ in range(turns):
        grid = evolve(grid)
    return ["".join(MARKS[code] for code in line) for line in grid]


def find_cycle(rows, limit):
    grid = codes(rows)
    past = []
    while len(past) <= limit:
        if grid in past:
            start = past.index(grid)
            return (start, len(past) - start)
        past.append(grid)
        grid = evolve(grid)
    return None


def colonies(rows):
    grid = codes(rows)
    result = []
    for y in range(len(grid)):
        for x in range(len(grid[y])):
            if grid[y][x] > 1:
                result.append(clear(grid, y, x))
    return sorted(result, reverse=True)


def clear(grid, y, x):
    width = len(grid[0])
    todo = {(y, x)}
    size = 0
    while todo:
        y, x = todo.pop()
        grid[y][x] = 0
        size += 1
        for row in range(y - 1, y + 2):
            if 0 <= row < len(grid):
                for shift in offsets(width):
                    if grid[row][(x + shift) % width] > 1:
                        todo.add((row, (x + shift) % width))
    return size
