# Recursion, and congruences joined from the second.
def plain(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = plain(b, a % b)
    return g, y, x - a // b * y


def bezout(a, b):
    if b == 0:
        return (a, 1, 0) if a > 0 else (-a, -1, 0) if a < 0 else (0, 0, 0)
    g, x, _ = plain(abs(a), abs(b))
    if a < 0:
        x = -x
    step = abs(b) // g
    while not 0 <= x < step:
        x += step if x < 0 else -step
    return g, x, (g - a * x) // b


def inverse(a, m):
    g, x, _ = bezout(a, m)
    if g != 1:
        raise ValueError("there is no inverse")
    return x % m


def join(first, second):
    rest, modulus = second
    g, x, y = bezout(first[1], modulus)
    steps, left = divmod(first[0] - rest, g)
    if left:
        return None
    common = first[1] // g * modulus
    return ((rest + steps * y * modulus) % common, common)
