# Recursion on the rests, then steps into the range.
from math import gcd, lcm


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
    if m == 1:
        return 0
    return pow(a, -1, m)


def join(first, second):
    shared = gcd(first[1], second[1])
    distance = second[0] - first[0]
    if distance % shared != 0:
        return None
    modulus = second[1] // shared
    steps = distance // shared * inverse(first[1] // shared, modulus) % modulus
    whole = lcm(first[1], second[1])
    return ((first[0] + steps * first[1]) % whole, whole)
