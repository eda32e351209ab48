"""Sheets of every shape with small, negative and huge entries, exponents around 0 and far from it, and what is no sheet."""


def entry(rng):
    return rng.choice([rng.randint(-9, 9), rng.randint(0, 2), rng.randint(-999, 999)])


def sheet_of(rng, rows, columns):
    return [[entry(rng) for _ in range(columns)] for _ in range(rows)]


def square_of(rng, most=4):
    size = rng.randint(1, most)
    return sheet_of(rng, size, size)


def modulus_of(rng):
    return rng.choice([1, 2, 3, 7, 10, 10, 97, 100, 1000, rng.randint(2, 10**6), 10**9 + 7])


def transposes(rng):
    return f"transpose({sheet_of(rng, rng.randint(1, 4), rng.randint(1, 4))!r})"


def transposes_one_row_or_column(rng):
    length = rng.randint(1, 8)
    return f"transpose({rng.choice([sheet_of(rng, 1, length), sheet_of(rng, length, 1)])!r})"


def multiplies_squares(rng):
    size = rng.randint(1, 4)
    return f"multiply({sheet_of(rng, size, size)!r}, {sheet_of(rng, size, size)!r}, {modulus_of(rng)})"


def multiplies_other_shapes(rng):
    rows, shared, columns = rng.randint(1, 4), rng.randint(1, 4), rng.randint(1, 4)
    return f"multiply({sheet_of(rng, rows, shared)!r}, {sheet_of(rng, shared, columns)!r}, {modulus_of(rng)})"


def does_not_fit(rng):
    rows, shared = rng.randint(1, 4), rng.randint(1, 4)
    height = rng.choice([size for size in [1, 2, 3, 4, 5] if size != shared])
    columns = rng.choice([shared, rows, rng.randint(1, 4)])
    return f"multiply({sheet_of(rng, rows, shared)!r}, {sheet_of(rng, height, columns)!r}, 10)"


def small_powers(rng):
    return f"power({square_of(rng)!r}, {rng.randint(1, 9)}, {modulus_of(rng)})"


def zeroth_powers(rng):
    return f"power({square_of(rng)!r}, 0, {modulus_of(rng)})"


def first_powers(rng):
    return f"power({square_of(rng)!r}, {rng.choice([1, -1])}, {modulus_of(rng)})"


def negative_exponents(rng):
    return f"power({square_of(rng)!r}, {-rng.randint(1, 12)}, {modulus_of(rng)})"


def large_exponents(rng):
    exponent = rng.choice([rng.randint(10, 300), 2 ** rng.randint(4, 60) + rng.randint(-1, 1), rng.randint(10**9, 10**30)])
    return f"power({square_of(rng, 3)!r}, {exponent * rng.choice([1, 1, -1])}, {modulus_of(rng)})"


def exponents_in_turn(rng):
    return f"[power({square_of(rng, 2)!r}, exponent, {modulus_of(rng)}) for exponent in range(-{rng.randint(0, 4)}, {rng.randint(1, 5)})]"


def modulo_one(rng):
    return f"power({square_of(rng)!r}, {rng.choice([0, 0, rng.randint(-2, 3)])}, 1)"


def one_entry(rng):
    return f"power([[{entry(rng)}]], {rng.randint(-9, 20)}, {modulus_of(rng)})"


def zeros_and_ones(rng):
    size = rng.randint(2, 4)
    sheet = [[rng.choice([0, 0, 1]) for _ in range(size)] for _ in range(size)]
    return f"power({sheet!r}, {rng.randint(-6, 9)}, {modulus_of(rng)})"


def huge_entries(rng):
    return f"power([[{rng.randint(-10**20, 10**20)}, 1], [0, {rng.randint(10**9, 10**18)}]], {rng.randint(-3, 5)}, {modulus_of(rng)})"


def large(rng):
    size = rng.randint(6, 10)
    return f"multiply([[r * {rng.randint(2, 9)} - c for c in range({size})] for r in range({rng.randint(1, 10)})], [[r + c * {rng.randint(2, 9)} for c in range({rng.randint(1, 10)})] for r in range({size})], {modulus_of(rng)})"


def not_square(rng):
    rows = rng.randint(1, 4)
    columns = rng.choice([size for size in [1, 2, 3, 4] if size != rows])
    return f"power({sheet_of(rng, rows, columns)!r}, {rng.randint(-2, 3)}, 10)"


def no_sheet(rng):
    ragged = sheet_of(rng, rng.randint(2, 3), rng.randint(2, 3))
    ragged[rng.randint(0, len(ragged) - 1)].pop()
    fault = rng.choice([[], [[]], [[], []], [[1], []], [[], [1]], ragged, ragged, ragged])
    good = sheet_of(rng, len(fault) or 1, rng.randint(1, 3))
    calls = [f"transpose({fault!r})", f"power({fault!r}, {rng.randint(-1, 2)}, 10)", f"multiply({fault!r}, {good!r}, 10)", f"multiply({[row[:1] for row in good]!r}, {fault!r}, 10)"]
    return rng.choice(calls)


def no_sheet_on_one_side(rng):
    """One side alone is no sheet, and has as many rows or columns as would fit."""
    size = rng.randint(2, 4)
    good = sheet_of(rng, rng.randint(1, 3), size)
    ragged = sheet_of(rng, size, rng.randint(1, 3))
    ragged[rng.randint(1, size - 1)].extend([0] * rng.randint(1, 2)) if rng.random() < 0.5 else ragged[-1].pop()
    other = [row + [1] * rng.randint(1, 2) if place else row for place, row in enumerate(sheet_of(rng, 3, size))]
    return rng.choice([f"multiply({good!r}, {ragged!r}, 9)", f"multiply({good!r}, {ragged!r}, 9)", f"multiply({other!r}, {sheet_of(rng, size, 2)!r}, 9)"])


def no_values(rng):
    empty = [[] for _ in range(rng.randint(1, 9))] if rng.random() < 0.8 else []
    return rng.choice([
        f"transpose({empty!r})", f"power({empty!r}, {rng.randint(-3, 9)}, {modulus_of(rng)})",
        f"multiply({empty!r}, {sheet_of(rng, rng.randint(1, 2), 2)!r}, 9)", f"multiply({sheet_of(rng, 2, len(empty) or 1)!r}, {empty!r}, 9)",
    ])


def vast_exponents(rng):
    """Each bit counts, however many there are."""
    exponent = rng.getrandbits(rng.randint(61, 140)) | 1 << rng.randint(61, 140)
    return f"power([[{rng.randint(1, 5)}, 1], [1, {rng.randint(0, 2)}]], {exponent * rng.choice([1, -1])}, {rng.choice([97, 1009, 10**6])})"


def one_row_or_column_unchanged(rng):
    rows, columns = rng.choice([(1, rng.randint(2, 4)), (rng.randint(2, 4), 1)])
    return f"sheet = {sheet_of(rng, rows, columns)!r}\nresult = transpose(sheet)\nresult[-1][-1] = 'new'\nresult.append([])\n[result, sheet]"


def arguments_unchanged(rng):
    size = rng.randint(1, 3)
    use = rng.choice(["transpose(sheet)", f"power(sheet, {rng.randint(-3, 3)}, 7)", "multiply(sheet, sheet, 7)", "power(sheet, 1, 10**6)"])
    return f"sheet = {sheet_of(rng, size, size)!r}\nresult = {use}\nresult[0][0] = 'new'\n[result, sheet]"


def rows_are_apart(rng):
    size = rng.randint(2, 4)
    use = rng.choice([f"power(sheet, {rng.randint(-1, 3)}, 10)", "multiply(sheet, sheet, 10)", "transpose(sheet)"])
    return f"sheet = [[{rng.randint(0, 3)}] * {size}] * {size}\nresult = {use}\nresult[0][{size - 1}] = 'new'\nresult"


def zeroth_powers_of_none(rng):
    """The power of exponent 0 needs a sheet as well, with as many rows as columns."""
    rows = rng.randint(1, 4)
    sheet = sheet_of(rng, rows, rng.choice([size for size in range(1, 7) if size != rows]))
    if rng.random() < 0.1:
        sheet[-1] = sheet[-1][:-1]
    return f"power({sheet!r}, 0, {rng.choice([1, 2, 10])})"


def one_value_unchanged(rng):
    """A sheet of one value is its own image, but not the same list."""
    use = rng.choice(["transpose(sheet)", "transpose(sheet)", "transpose(sheet)", "power(sheet, 1, 10**6)", "power(sheet, -1, 10**6)", "multiply(sheet, [[1]], 10**6)"])
    change = rng.choice(["result[0][0] = 'new'", "result[0].append('new')", "result.append(['new'])"])
    return f"sheet = [[{rng.randint(0, 999)}]]\nresult = {use}\n{change}\n[result, sheet]"


def results_share_nothing(rng):
    """Each of the results is a list of its own, and so is each of its rows, down to sheets of one value."""
    rows = rng.choice([1, 1, 1, 1, 2])
    return f"sheet = {sheet_of(rng, rows, 1)!r}\nthere, back = transpose(sheet), transpose(transpose(sheet))\nthere[0][0] = back[-1][0] = 'new'\n[there, back, sheet, transpose(sheet)]"


def columns_without_values(rng):
    """Rows that are all equally long, but empty."""
    empty = rng.randint(1, 5)
    return rng.choice([f"transpose([[]] * {empty})", f"multiply([[]] * {empty}, {sheet_of(rng, 2, 2)!r}, 9)", f"multiply({sheet_of(rng, 2, empty)!r}, [[]] * {empty}, 9)", f"transpose([[] for _ in range({empty})])"])


STRATA = [zeroth_powers_of_none, transposes, transposes_one_row_or_column, multiplies_squares, multiplies_other_shapes, does_not_fit, small_powers, zeroth_powers]
STRATA += [first_powers, negative_exponents, large_exponents, exponents_in_turn, modulo_one, one_entry, zeros_and_ones, huge_entries, large]
STRATA += [not_square, no_sheet, no_sheet_on_one_side, no_values, vast_exponents, one_row_or_column_unchanged, one_value_unchanged, results_share_nothing, columns_without_values, arguments_unchanged, rows_are_apart]
