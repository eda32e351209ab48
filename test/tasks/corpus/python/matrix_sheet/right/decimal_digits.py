# Raises to the tenth power for each decimal digit.
def check(sheet):
    if not sheet or not sheet[0] or any(len(row) != len(sheet[0]) for row in sheet):
        raise ValueError("a sheet has equal rows that are not empty")


def transpose(sheet):
    check(sheet)
    return [[row[place] for row in sheet] for place in range(len(sheet[0]))]


def multiply(left, right, modulus):
    check(left)
    turned = transpose(right)
    if len(turned[0]) != len(left[0]):
        raise ValueError("no product of these")
    return [[sum(map(int.__mul__, row, column)) % modulus for column in turned] for row in left]


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
