# Bits, and three loops.
def check(sheet):
    if len(sheet) == 0:
        raise ValueError("no rows")
    width = len(sheet[0])
    for row in sheet:
        if len(row) == 0 or len(row) != width:
            raise ValueError("rows differ")


def transpose(sheet):
    check(sheet)
    return [[row[place] for row in sheet] for place in range(len(sheet[0]))]


def multiply(left, right, modulus):
    check(left)
    check(right)
    if len(right) != len(left[0]):
        raise ValueError("rows and columns differ")
    result = []
    for i in range(len(left)):
        result.append([0] * len(right[0]))
        for k in range(len(right)):
            for j in range(len(right[0])):
                result[i][j] = (result[i][j] + left[i][k] * right[k][j]) % modulus
    return result


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
