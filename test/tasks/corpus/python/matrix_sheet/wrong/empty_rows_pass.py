# Takes sheets of empty rows.
def check(sheet):
    if not sheet or any(len(row) != len(sheet[0]) for row in sheet):
        raise ValueError("a sheet has equal rows that are not empty")


def transpose(sheet):
    check(sheet)
    return [list(column) for column in zip(*sheet)]


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
        raise ValueError("only square sheets have powers")
    base = transpose(sheet) if exponent < 0 else sheet
    rest = abs(exponent)
    result = one(len(sheet), modulus)
    while rest:
        if rest & 1:
            result = multiply(result, base, modulus)
        base = multiply(base, base, modulus)
        rest >>= 1
    return result
