def walk(rows, columns):
    top, left, bottom, right = 0, 0, rows - 1, columns - 1
    places = []
    while top <= bottom and left <= right:
        places += [(row, left) for row in range(top, bottom + 1)]
        places += [(bottom, column) for column in range(left + 1, right + 1)]
        if left < right:
            places += [(row, right) for row in range(bottom - 1, top - 1, -1)]
        if top < bottom:
            places += [(top, column) for column in range(right - 1, left, -1)]
        top, left, bottom, right = top + 1, left + 1, bottom - 1, right - 1
    return places


def size_of(grid):
    widths = {len(row) for row in grid}
    if len(widths) > 1:
        raise ValueError("the rows are not equally long")
    return len(grid), max(widths, default=0)


def unwind(grid):
    rows, columns = size_of(grid)
    return [grid[row][column] for row, column in walk(rows, columns)]


def wind(values, rows, columns):
    if len(values) != rows * columns:
        raise ValueError(f"{len(values)} values do not fill {rows} by {columns} places")
    grid = [[None] * columns for _ in range(rows)]
    for value, (column, row) in zip(values, walk(columns, rows)):
        grid[row][column] = value
    return grid


def turned(grid, turns):
    size_of(grid)
    result = [list(row) for row in grid]
    for _ in range(turns % 4):
        result = [list(column) for column in zip(*result[::-1])]
    return result
