# Divides by 2, 3 and what lies beside multiples of 6.
from collections import Counter
from math import gcd
from math import isqrt


def factors(number):
    if not number:
        raise ValueError(number)
    counts, rest = Counter(), abs(number)
    for prime in (2, 3):
        while rest % prime == 0:
            counts[prime] += 1
            rest //= prime
    candidate, step = 5, 2
    while candidate**2 <= rest:
        if rest % candidate:
            candidate, step = candidate + step, 6 - step
        else:
            counts[candidate] += 1
            rest //= candidate
    if rest != 1:
        counts[rest] += 1
    return ([(-1, 1)] if number < 0 else []) + sorted(counts.items())


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
    if first == 0 or second == 0:
        raise ValueError("zero")
    return factors(gcd(first, second))
