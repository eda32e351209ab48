# Keeps all quotients and goes back through them.
from math import gcd, lcm


def bezout(a, b):
    if b == 0:
        if a == 0:
            return 0, 0, 0
        return abs(a), 1 if a > 0 else -1, 0
    quotients, first, second = [], a, b
    while second:
        quotients.append(first // second)
        first, second = second, first % second
    x, y = 1, 0
    for quotient in reversed(quotients):
        x, y = y, x - quotient * y
    if first < 0:
        first, x, y = -first, -x, -y
    times = x // abs(b // first)
    return first, x - times * abs(b // first), y + times * (a // first) * (1 if b > 0 else -1)


def inverse(a, m):
    g, x, _ = bezout(a, m)
    if g != 1:
        raise ValueError("there is no inverse")
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
