# Steps that turn where they were before.
def even(grid):
    if len({len(row) for row in grid}) > 1:
        raise ValueError("unequal rows")


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
    quarter = turns % 4
    if quarter == 0:
        return [row[:] for row in grid]
    if quarter == 2:
        return [row[::-1] for row in grid[::-1]]
    columns = [[row[place] for row in grid] for place in range(len(grid[0]))]
    return [column[::-1] for column in columns] if quarter == 1 else columns[::-1]
