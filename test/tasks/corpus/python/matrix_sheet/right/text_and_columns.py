# Bits as text, and columns of the transposed.
def check(sheet):
    lengths = {len(row) for row in sheet}
    if len(lengths) != 1 or 0 in lengths:
        raise ValueError("that is no sheet")


def transpose(sheet):
    check(sheet)
    return [list(column) for column in zip(*sheet)]


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
    if len(sheet) != len(sheet[0]):
        raise ValueError("rows and columns differ")
    result = one(len(sheet), modulus)
    for bit in bin(abs(exponent))[2:]:
        result = multiply(result, result, modulus)
        if bit == "1":
            result = multiply(result, sheet, modulus)
    return transpose(result) if exponent < 0 else result
