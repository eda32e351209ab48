# Takes a copy of the grid apart to read it.
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
    if rows * columns != len(values):
        raise ValueError(len(values))
    at = dict(zip(walk(rows, columns), values))
    return [[at[row, column] for column in range(columns)] for row in range(rows)]


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
