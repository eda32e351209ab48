# A wheel, and products of powers.
from collections import Counter
from itertools import product
from math import prod


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
    if number == 1:
        return "1"
    return (" * ".join("%d^%d" % pair for pair in factors(number)) + " ").replace("^1 ", " ").rstrip()


def divisors(number):
    powers = [[prime**power for power in range(exponent + 1)] for prime, exponent in factors(abs(number))]
    return sorted(map(prod, product(*powers)))


def shared(first, second):
    others = dict(factors(second))
    return [(prime, min(exponent, others[prime])) for prime, exponent in factors(first) if prime in others and prime > 0]
