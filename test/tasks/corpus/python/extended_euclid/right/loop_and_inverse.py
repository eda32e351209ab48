# One loop, and its own for inverses.
from math import gcd, lcm


def bezout(a, b):
    if b == 0:
        return abs(a), (a > 0) - (a < 0), 0
    old, new, old_x, new_x = a, b, 1, 0
    while new:
        quotient = old // new
        old, new = new, old - quotient * new
        old_x, new_x = new_x, old_x - quotient * new_x
    if old < 0:
        old, old_x = -old, -old_x
    x = old_x % (abs(b) // old)
    return old, x, (old - a * x) // b


def inverse(a, m):
    first, second, x, following = a % m, m, 1, 0
    while second:
        first, second, x, following = second, first % second, following, x - first // second * following
    if first != 1 and m != 1:
        raise ValueError(f"{a} and {m} share a divisor")
    return x % m


def join(first, second):
    shared = gcd(first[1], second[1])
    distance = second[0] - first[0]
    if distance % shared != 0:
        return None
    modulus = second[1] // shared
    steps = distance // shared * inverse(first[1] // shared, modulus) % modulus
    whole = lcm(first[1], second[1])
    return ((first[0] + steps * first[1]) % whole, whole)
