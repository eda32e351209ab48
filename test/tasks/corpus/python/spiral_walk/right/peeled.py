# Takes the first column off and turns what is left.
def even(grid):
    if any(len(row) != len(grid[0]) for row in grid):
        raise ValueError("rows differ in length")


def walk(rows, columns):
    left = [[(row, column) for column in range(columns)] for row in range(rows)]
    places = []
    while left and left[0]:
        places += [row[0] for row in left]
        left = [row[1:] for row in left]
        # What is left is turned clockwise, so that the last row becomes the first column.
        left = [list(column) for column in zip(*left[::-1])]
    return places


def unwind(grid):
    even(grid)
    if not grid:
        return []
    return [grid[row][column] for row, column in walk(len(grid), len(grid[0]))]


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
