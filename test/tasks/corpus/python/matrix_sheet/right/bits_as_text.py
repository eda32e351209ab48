# Reads the exponent's bits from the highest, and transposes at the end.
def check(sheet):
    if len(sheet) == 0:
        raise ValueError("no rows")
    width = len(sheet[0])
    for row in sheet:
        if len(row) == 0 or len(row) != width:
            raise ValueError("rows differ")


def transpose(sheet):
    check(sheet)
    columns = [[] for _ in sheet[0]]
    for row in sheet:
        for column, value in zip(columns, row):
            column.append(value)
    return columns


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
    if len(sheet) != len(sheet[0]):
        raise ValueError("rows and columns differ")
    result = one(len(sheet), modulus)
    for bit in bin(abs(exponent))[2:]:
        result = multiply(result, result, modulus)
        if bit == "1":
            result = multiply(result, sheet, modulus)
    return transpose(result) if exponent < 0 else result
