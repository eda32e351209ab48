# Two rows that are subtracted from each other.
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
    first, second, x, following = a % m, m, 1, 0
    while second:
        first, second, x, following = second, first % second, following, x - first // second * following
    if first != 1 and m != 1:
        raise ValueError(f"{a} and {m} share a divisor")
    return x % m


def join(first, second):
    (rest, modulus), (other_rest, other_modulus) = first, second
    g, x, _ = bezout(modulus, other_modulus)
    if (other_rest - rest) % g:
        return None
    both = modulus * other_modulus // g
    return (rest + modulus * x * ((other_rest - rest) // g)) % both, both
