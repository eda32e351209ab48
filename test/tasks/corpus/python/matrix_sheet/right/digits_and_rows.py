# Decimal digits, and sums of rows.
def check(sheet):
    if len(sheet) == 0:
        raise ValueError("no rows")
    width = len(sheet[0])
    for row in sheet:
        if len(row) == 0 or len(row) != width:
            raise ValueError("rows differ")


def transpose(sheet):
    check(sheet)
    return [list(column) for column in zip(*sheet)]


def multiply(left, right, modulus):
    for sheet in (left, right):
        check(sheet)
    if len(left[0]) != len(right):
        raise ValueError("no product")

    def combined(row):
        total = [0] * len(right[0])
        for factor, other in zip(row, right):
            total = [one + factor * two for one, two in zip(total, other)]
        return [one % modulus for one in total]

    return [combined(row) for row in left]


def one(size, modulus):
    return [[(row == column) % modulus for column in range(size)] for row in range(size)]


def power(sheet, exponent, modulus):
    check(sheet)
    if len(sheet) - len(sheet[0]):
        raise ValueError("a power needs a square")
    if exponent < 0:
        sheet, exponent = transpose(sheet), -exponent
    result = one(len(sheet), modulus)
    for digit in str(exponent):
        fifth = result
        for _ in range(9):
            fifth = multiply(fifth, result, modulus)
        result = fifth
        for _ in range(int(digit)):
            result = multiply(result, sheet, modulus)
    return result
