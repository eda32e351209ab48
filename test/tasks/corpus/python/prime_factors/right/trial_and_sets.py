# Trial division, and a set that grows.
from math import gcd


def factors(number):
    if number == 0:
        raise ValueError("zero has no factors")
    found = [(-1, 1)] if number < 0 else []
    rest, prime = abs(number), 2
    while prime * prime <= rest:
        exponent = 0
        while rest % prime == 0:
            rest //= prime
            exponent += 1
        if exponent:
            found.append((prime, exponent))
        prime += 1
    if rest > 1:
        found.append((rest, 1))
    return found


def written(number):
    if number == 1:
        return "1"
    return (" * ".join("%d^%d" % pair for pair in factors(number)) + " ").replace("^1 ", " ").rstrip()


def divisors(number):
    found = {1}
    for prime, exponent in factors(number):
        if prime != -1:
            for _ in range(exponent):
                found |= {prime * one for one in found}
    return sorted(found)


def shared(first, second):
    if first == 0 or second == 0:
        raise ValueError("zero")
    return factors(gcd(first, second))
