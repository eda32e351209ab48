def bezout(a, b):
    if b == 0:
        sign = (a > 0) - (a < 0)
        return abs(a), sign, 0
    divisor, remainder = a, b
    x, next_x = 1, 0
    y, next_y = 0, 1
    while remainder:
        quotient = divisor // remainder
        divisor, remainder = remainder, divisor - quotient * remainder
        x, next_x = next_x, x - quotient * next_x
        y, next_y = next_y, y - quotient * next_y
    if divisor < 0:
        divisor, x, y = -divisor, -x, -y
    x %= abs(b) // divisor
    return divisor, x, y


def inverse(a, m):
    divisor, x, _ = bezout(a, m)
    if divisor != 1:
        raise ValueError(f"{a} has no inverse modulo {m}")
    return x


def join(first, second):
    rest, modulus = first
    other_rest, other_modulus = second
    divisor, x, _ = bezout(modulus, other_modulus)
    gap = other_rest - rest
    if gap % divisor:
        return None
    multiple = modulus // divisor * other_modulus
    return (rest + modulus * x * (gap // divisor)) % multiple, multiple
