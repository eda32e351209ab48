# Copies to read, steps to fill.
def even(grid):
    if any(len(row) != len(grid[0]) for row in grid):
        raise ValueError("rows differ in length")


def walk(rows, columns):
    seen, places = set(), []
    row, column, way = 0, 0, 0
    ways = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    while len(places) < rows * columns:
        places.append((row, column))
        seen.add((row, column))
        for _ in range(2):
            down, across = ways[way]
            if 0 <= row + down < rows and 0 <= column + across < columns and (row + down, column + across) not in seen:
                break
            way = (way + 1) % 4
        row, column = row + ways[way][0], column + ways[way][1]
    return places


def unwind(grid):
    even(grid)
    rows = [list(row) for row in grid]
    found = []
    while rows and rows[0]:
        for row in rows:
            found.append(row.pop(0))
        if rows[0]:
            found += rows.pop()
        for row in reversed(rows):
            if row:
                found.append(row.pop())
        if rows and rows[0]:
            found += rows.pop(0)[::-1]
    return found


def wind(values, rows, columns):
    if len(values) != rows * columns:
        raise ValueError("not as many values as places")
    grid = [[None] * columns for _ in range(rows)]
    for (row, column), value in zip(walk(rows, columns), values):
        grid[row][column] = value
    return grid


def turned(grid, turns):
    even(grid)
    result = [list(row) for row in grid]
    for _ in range(turns % 4):
        result = [list(column) for column in zip(*result[::-1])]
    return result
