# Python's own inverse in all three.
from math import gcd
from math import gcd, lcm


def bezout(a, b):
    g = gcd(a, b)
    if b == 0:
        return g, (a > 0) - (a < 0), 0
    modulus = abs(b) // g
    x = pow(a // g, -1, modulus) if modulus > 1 else 0
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
