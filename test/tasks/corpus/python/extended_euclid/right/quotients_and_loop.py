# Quotients kept, and a loop for inverses.
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
