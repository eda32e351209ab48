# Sorts all places by ring and by place on it.
def even(grid):
    if len({len(row) for row in grid}) > 1:
        raise ValueError("unequal rows")


def walk(rows, columns):
    def order(place):
        row, column = place
        ring = min(row, column, rows - 1 - row, columns - 1 - column)
        height, width = rows - 2 * ring, columns - 2 * ring
        row, column = row - ring, column - ring
        if column == 0:
            return (ring, row)
        if row == height - 1:
            return (ring, height + column)
        if column == width - 1:
            return (ring, height + width + height - row)
        return (ring, 3 * (height + width) - column)

    return sorted(((row, column) for row in range(rows) for column in range(columns)), key=order)


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
    result = [list(row) for row in grid]
    for _ in range(turns % 4):
        result = [list(column) for column in zip(*result[::-1])]
    return result
