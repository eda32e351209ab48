# Halves the exponent by recursion.
def check(sheet):
    lengths = {len(row) for row in sheet}
    if len(lengths) != 1 or 0 in lengths:
        raise ValueError("that is no sheet")


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
    if any(len(row) != len(sheet) for row in sheet):
        raise ValueError("not square")
    if exponent < 0:
        return power(transpose(sheet), -exponent, modulus)
    if exponent == 0:
        return one(len(sheet), modulus)
    half = power(sheet, exponent // 2, modulus)
    whole = multiply(half, half, modulus)
    return multiply(whole, sheet, modulus) if exponent % 2 else whole
