# Trial division, and divisors in pairs.
from collections import Counter
from math import isqrt


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
    text = ""
    for prime, exponent in factors(number):
        if text:
            text += " * "
        text += str(prime)
        if exponent > 1:
            text += "^" + str(exponent)
    return text if text else "1"


def divisors(number):
    if number == 0:
        raise ValueError("all divide zero")
    number = abs(number)
    low = [one for one in range(1, isqrt(number) + 1) if number % one == 0]
    high = [number // one for one in reversed(low) if one * one != number]
    return low + high


def shared(first, second):
    both = Counter(dict(factors(first))) & Counter(dict(factors(second)))
    both.pop(-1, None)
    return sorted(both.items())
