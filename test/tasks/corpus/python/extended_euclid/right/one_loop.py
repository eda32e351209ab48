# One loop keeps x, and y is what is left.
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
    g, x, _ = bezout(a, m)
    if g != 1:
        raise ValueError("there is no inverse")
    return x % m


def join(first, second):
    (rest, modulus), (other_rest, other_modulus) = first, second
    g, x, _ = bezout(modulus, other_modulus)
    if (other_rest - rest) % g:
        return None
    both = modulus * other_modulus // g
    return (rest + modulus * x * ((other_rest - rest) // g)) % both, both
