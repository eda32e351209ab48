# Rings, and a case for each turn.
def even(grid):
    if len({len(row) for row in grid}) > 1:
        raise ValueError("unequal rows")


def ring(top, left, rows, columns):
    if rows <= 0 or columns <= 0:
        return []
    if columns == 1:
        return [(top + step, left) for step in range(rows)]
    if rows == 1:
        return [(top, left + step) for step in range(columns)]
    down = [(top + step, left) for step in range(rows - 1)]
    right = [(top + rows - 1, left + step) for step in range(columns - 1)]
    up = [(top + rows - 1 - step, left + columns - 1) for step in range(rows - 1)]
    back = [(top, left + columns - 1 - step) for step in range(columns - 1)]
    return down + right + up + back + ring(top + 1, left + 1, rows - 2, columns - 2)


def walk(rows, columns):
    return ring(0, 0, rows, columns)


def unwind(grid):
    even(grid)
    if not grid:
        return []
    return [grid[row][column] for row, column in walk(len(grid), len(grid[0]))]


def wind(values, rows, columns):
    if len(values) != rows * columns:
        raise ValueError("not as many values as places")
    grid = [[None] * columns for _ in range(rows)]
    for (row, column), value in zip(walk(rows, columns), values):
        grid[row][column] = value
    return grid


def turned(grid, turns):
    even(grid)
    quarter = turns % 4
    if quarter == 0:
        return [row[:] for row in grid]
    if quarter == 2:
        return [row[::-1] for row in grid[::-1]]
    columns = [[row[place] for row in grid] for place in range(len(grid[0]))]
    return [column[::-1] for column in columns] if quarter == 1 else columns[::-1]
