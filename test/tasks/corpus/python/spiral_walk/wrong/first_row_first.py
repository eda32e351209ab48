# Goes right along the first row first.
def even(grid):
    if any(len(row) != len(grid[0]) for row in grid):
        raise ValueError("rows differ in length")


def walk(rows, columns):
    places = []
    top, bottom, left, right = 0, rows - 1, 0, columns - 1
    while top <= bottom and left <= right:
        places += [(row, left) for row in range(top, bottom + 1)]
        places += [(bottom, column) for column in range(left + 1, right + 1)]
        if left < right:
            places += [(row, right) for row in range(bottom - 1, top - 1, -1)]
        if top < bottom:
            places += [(top, column) for column in range(right - 1, left, -1)]
        top, bottom, left, right = top + 1, bottom - 1, left + 1, right - 1
    return places


def unwind(grid):
    even(grid)
    if not grid:
        return []
    return [grid[row][column] for column, row in walk(len(grid[0]), len(grid))]


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
