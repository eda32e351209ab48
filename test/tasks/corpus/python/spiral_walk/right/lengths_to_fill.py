# Copies to read, shrinking lengths to fill.
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
    if len(values) - rows * columns:
        raise ValueError("too few or too many")
    numbers = {place: number for number, place in enumerate(walk(rows, columns))}
    grid = []
    for row in range(rows):
        grid.append([])
        for column in range(columns):
            grid[row].append(values[numbers[(row, column)]])
    return grid


def turned(grid, turns):
    even(grid)
    rows, columns = len(grid), len(grid[0])
    quarter = turns & 3
    if quarter % 2:
        result = [[None] * rows for _ in range(columns)]
    else:
        result = [[None] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            place = {
                0: (row, column),
                1: (column, rows - 1 - row),
                2: (rows - 1 - row, columns - 1 - column),
                3: (columns - 1 - column, row),
            }[quarter]
            result[place[0]][place[1]] = grid[row][column]
    return result
