# Makes all squares first, then multiplies those that count.
def check(sheet):
    lengths = {len(row) for row in sheet}
    if len(lengths) != 1 or 0 in lengths:
        raise ValueError("that is no sheet")


def transpose(sheet):
    check(sheet)
    columns = [[] for _ in sheet[0]]
    for row in sheet:
        for column, value in zip(columns, row):
            column.append(value)
    return columns


def multiply(left, right, modulus):
    check(left)
    check(right)
    if len(left[0]) != len(right):
        raise ValueError("the sheets do not fit")
    columns = list(zip(*right))
    return [[sum(a * b for a, b in zip(row, column)) % modulus for column in columns] for row in left]


def one(size, modulus):
    return [[(row == column) % modulus for column in range(size)] for row in range(size)]


def power(sheet, exponent, modulus):
    check(sheet)
    if len(sheet) != len(sheet[0]):
        raise ValueError("not as many rows as columns")
    square = transpose(sheet) if exponent < 0 else [row[:] for row in sheet]
    squares = []
    for _ in range(abs(exponent).bit_length()):
        squares.append(square)
        square = multiply(square, square, modulus)
    result = one(len(sheet), modulus)
    for place, factor in enumerate(squares):
        if abs(exponent) >> place & 1:
            result = multiply(factor, result, modulus)
    return result
