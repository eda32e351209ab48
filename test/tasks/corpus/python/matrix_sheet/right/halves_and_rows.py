# Halves, and sums of rows.
def check(sheet):
    if not sheet or not sheet[0] or any(len(row) != len(sheet[0]) for row in sheet):
        raise ValueError("a sheet has equal rows that are not empty")


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
    if any(len(row) != len(sheet) for row in sheet):
        raise ValueError("not square")
    if exponent < 0:
        return power(transpose(sheet), -exponent, modulus)
    if exponent == 0:
        return one(len(sheet), modulus)
    half = power(sheet, exponent // 2, modulus)
    whole = multiply(half, half, modulus)
    return multiply(whole, sheet, modulus) if exponent % 2 else whole
