"""Grids of every shape, thin ones above all, filled, read and turned; and grids that are none."""

VALUES = [0, 1, -1, None, False, True, "", "a", "bc", (), (1, 2), [], [0], 7, 10**12]


def numbered(rng, rows, columns):
    first = rng.randint(-9, 9)
    return [[first + row * columns + column for column in range(columns)] for row in range(rows)]


def size(rng, most=6):
    return rng.randint(1, most), rng.randint(1, most)


def reads(rng):
    return f"unwind({numbered(rng, *size(rng))!r})"


def reads_squares(rng):
    side = rng.randint(1, 6)
    return f"unwind({numbered(rng, side, side)!r})"


def reads_thin_grids(rng):
    length, width = rng.randint(1, 9), rng.randint(1, 3)
    return f"unwind({numbered(rng, *rng.choice([(length, width), (width, length)]))!r})"


def reads_one_line(rng):
    return f"unwind({numbered(rng, *rng.choice([(1, rng.randint(1, 9)), (rng.randint(1, 9), 1)]))!r})"


def reads_anything(rng):
    rows, columns = size(rng, 4)
    return f"unwind({[[rng.choice(VALUES) for _ in range(columns)] for _ in range(rows)]!r})"


def reads_large_grids(rng):
    rows, columns = rng.randint(5, 20), rng.randint(5, 20)
    return f"unwind([[row * {columns} + column for column in range({columns})] for row in range({rows})])"


def fills(rng):
    rows, columns = size(rng)
    first = rng.randint(-9, 9)
    return f"wind(list(range({first}, {first + rows * columns})), {rows}, {columns})"


def fills_one_line(rng):
    length = rng.randint(1, 9)
    return f"wind({[rng.choice(VALUES) for _ in range(length)]!r}, {rng.choice([f'1, {length}', f'{length}, 1'])})"


def fills_with_anything(rng):
    rows, columns = size(rng, 3)
    return f"wind({[rng.choice(VALUES) for _ in range(rows * columns)]!r}, {rows}, {columns})"


def fills_large_grids(rng):
    rows, columns = rng.randint(5, 20), rng.randint(5, 20)
    return f"wind(list(range({rows * columns})), {rows}, {columns})"


def without_values(rng):
    rows = rng.choice([0, rng.randint(1, 9)])
    return rng.choice([f"wind([], {rows}, 0)", f"wind([], 0, {rows})", f"unwind({[[]] * rows!r})", f"wind([1], {rows}, 0)"])


def wrong_number_of_values(rng):
    rows, columns = size(rng, 4)
    count = max(0, rows * columns + rng.choice([-2, -1, 1, 2, rows, -columns, 10]))
    count += count == rows * columns
    return f"wind({rng.choice([list(range(count)), [None] * count])!r}, {rows}, {columns})"


def fills_and_reads(rng):
    rows, columns = size(rng)
    return f"grid = wind(list(range({rows * columns})), {rows}, {columns})\n[grid, unwind(grid)]"


def turns(rng):
    return f"turned({numbered(rng, *size(rng, 4))!r}, {rng.randint(-5, 5)})"


def turns_one_line(rng):
    return f"turned({numbered(rng, *rng.choice([(1, rng.randint(1, 6)), (rng.randint(1, 6), 1)]))!r}, {rng.randint(-4, 4)})"


def turns_very_often(rng):
    return f"turned({numbered(rng, *size(rng, 3))!r}, {rng.choice([1, -1]) * rng.choice([rng.randint(6, 400), 10**18 + rng.randint(0, 3)])})"


def turns_and_reads(rng):
    return f"unwind(turned({numbered(rng, *size(rng, 4))!r}, {rng.randint(-3, 3)}))"


def unequal_rows(rng):
    rows, columns = rng.randint(2, 4), rng.randint(1, 4)
    grid = numbered(rng, rows, columns)
    row = grid[rng.randint(0, rows - 1)]
    rng.choice([row.pop, lambda: row.append(0), row.clear])()
    return rng.choice([f"unwind({grid!r})", f"turned({grid!r}, {rng.choice([0, 1, -1, 2, 4])})"])


def arguments_unchanged(rng):
    use = rng.choice(["unwind(grid)", f"turned(grid, {rng.choice([0, 0, 1, -1, 2, 4])})"])
    return f"grid = {numbered(rng, *size(rng, 3))!r}\nresult = {use}\nresult[0] = 'new'\n[result, grid]"


def results_are_new(rng):
    use = rng.choice([f"turned(grid, {rng.choice([0, 0, 4, -4, 2, 1])})", "wind(grid[0] + grid[1], 2, 2)", "wind([0] * 4, 2, 2)"])
    return f"grid = {numbered(rng, 2, 2)!r}\nresult = {use}\nresult[0][0] = 'new'\n[result, grid]"


STRATA = [reads, reads_squares, reads_thin_grids, reads_one_line, reads_anything, reads_large_grids, fills, fills_one_line]
STRATA += [fills_with_anything, fills_large_grids, without_values, wrong_number_of_values, fills_and_reads, turns, turns_one_line]
STRATA += [turns_very_often, turns_and_reads, unequal_rows, arguments_unchanged, results_are_new]
