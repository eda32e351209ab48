# Python's own inverse.
from math import gcd


def bezout(a, b):
    g = gcd(a, b)
    if b == 0:
        return g, (a > 0) - (a < 0), 0
    modulus = abs(b) // g
    x = pow(a // g, -1, modulus) if modulus > 1 else 0
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
