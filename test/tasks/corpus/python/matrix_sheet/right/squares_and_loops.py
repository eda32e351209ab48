# All squares first, and three loops.
def check(sheet):
    if not sheet or not sheet[0] or any(len(row) != len(sheet[0]) for row in sheet):
        raise ValueError("a sheet has equal rows that are not empty")


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
