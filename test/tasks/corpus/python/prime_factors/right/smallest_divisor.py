# The smallest divisor again and again.
from collections import Counter
from itertools import product
from math import isqrt
from math import prod


def smallest(number, start):
    for divisor in range(start, isqrt(number) + 1):
        if number % divisor == 0:
            return divisor
    return number


def factors(number):
    if number == 0:
        raise ValueError("no factors")
    if number < 0:
        return [(-1, 1)] + factors(-number)
    found, prime = {}, 2
    while number > 1:
        prime = smallest(number, prime)
        found[prime] = found.get(prime, 0) + 1
        number //= prime
    return list(found.items())


def written(number):
    parts = [str(prime) if exponent == 1 else f"{prime}^{exponent}" for prime, exponent in factors(number)]
    return " * ".join(parts) or "1"


def divisors(number):
    powers = [[prime**power for power in range(exponent + 1)] for prime, exponent in factors(abs(number))]
    return sorted(map(prod, product(*powers)))


def shared(first, second):
    both = Counter(dict(factors(first))) & Counter(dict(factors(second)))
    both.pop(-1, None)
    return sorted(both.items())
