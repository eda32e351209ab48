def shape(sheet):
    widths = {len(row) for row in sheet}
    if len(widths) != 1 or 0 in widths:
        raise ValueError("a sheet needs rows of one length that is not 0")
    return len(sheet), len(sheet[0])


def transpose(sheet):
    rows, columns = shape(sheet)
    return [[sheet[row][column] for row in range(rows)] for column in range(columns)]


def multiply(left, right, modulus):
    rows, shared = shape(left)
    height, columns = shape(right)
    if shared != height:
        raise ValueError(f"{shared} columns do not fit {height} rows")
    product = [[0] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            total = 0
            for at in range(shared):
                total += left[row][at] * right[at][column]
            product[row][column] = total % modulus
    return product


def power(sheet, exponent, modulus):
    rows, columns = shape(sheet)
    if rows != columns:
        raise ValueError(f"{rows} rows and {columns} columns make no square")
    result = [[int(row == column) % modulus for column in range(columns)] for row in range(rows)]
    square = sheet if exponent > 0 else transpose(sheet)
    remaining = abs(exponent)
    while remaining:
        if remaining % 2:
            result = multiply(result, square, modulus)
        square = multiply(square, square, modulus)
        remaining //= 2
    return result
