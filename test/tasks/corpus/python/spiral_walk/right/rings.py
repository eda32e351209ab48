# Ring after ring, by recursion.
def even(grid):
    if any(len(row) != len(grid[0]) for row in grid):
        raise ValueError("rows differ in length")


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
    if rows * columns != len(values):
        raise ValueError(len(values))
    at = dict(zip(walk(rows, columns), values))
    return [[at[row, column] for column in range(columns)] for row in range(rows)]


def turned(grid, turns):
    even(grid)
    result = [list(row) for row in grid]
    for _ in range(turns % 4):
        result = [list(column) for column in zip(*result[::-1])]
    return result
