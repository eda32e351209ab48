# Two rows, congruences joined from the second.
def bezout(a, b):
    if not b:
        sign = 0 if a == 0 else a // abs(a)
        return a * sign, sign, 0
    rows = [[abs(a), 1, 0], [abs(b), 0, 1]]
    while rows[1][0]:
        quotient = rows[0][0] // rows[1][0]
        rows = [rows[1], [one - quotient * two for one, two in zip(*rows)]]
    g, x, _ = rows[0]
    x = (x if a >= 0 else -x) % (abs(b) // g)
    return g, x, (g - a * x) // b


def inverse(a, m):
    if m == 1:
        return 0
    return pow(a, -1, m)


def join(first, second):
    rest, modulus = second
    g, x, y = bezout(first[1], modulus)
    steps, left = divmod(first[0] - rest, g)
    if left:
        return None
    common = first[1] // g * modulus
    return ((rest + steps * y * modulus) % common, common)
