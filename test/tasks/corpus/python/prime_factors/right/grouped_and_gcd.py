# A stream of primes, and the greatest common divisor.
from itertools import groupby
from math import gcd


def primes_of(number):
    divisor = 2
    while number > 1:
        if divisor * divisor > number:
            divisor = number
        if number % divisor == 0:
            yield divisor
            number //= divisor
        else:
            divisor += 1 if divisor == 2 else 2


def factors(number):
    if number == 0:
        raise ValueError("0 is divided by all")
    signs = [-1] * (number < 0)
    return [(prime, len(list(group))) for prime, group in groupby([*signs, *primes_of(abs(number))])]


def written(number):
    parts = [str(prime) if exponent == 1 else f"{prime}^{exponent}" for prime, exponent in factors(number)]
    return " * ".join(parts) or "1"


def divisors(number):
    found = [1]
    for prime, exponent in factors(number):
        if prime > 1:
            found = [divisor * prime**power for divisor in found for power in range(exponent + 1)]
    return sorted(found)


def shared(first, second):
    if first == 0 or second == 0:
        raise ValueError("zero")
    return factors(gcd(first, second))
