# Ways that become shorter by one, with a sign.
def even(grid):
    if len({len(row) for row in grid}) > 1:
        raise ValueError("unequal rows")


def walk(rows, columns):
    places, row, column = [], -1, 0
    vertical, horizontal, sign = rows, columns - 1, 1
    while len(places) < rows * columns:
        for _ in range(vertical):
            row += sign
            places.append((row, column))
        for _ in range(horizontal):
            column += sign
            places.append((row, column))
        vertical, horizontal, sign = vertical - 1, horizontal - 1, -sign
    return places


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
