# A wheel, and two lists merged.
from collections import Counter


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
    parts = [str(prime) if exponent == 1 else f"{prime}^{exponent}" for prime, exponent in factors(number)]
    return " * ".join(parts) or "1"


def divisors(number):
    found = [1]
    for prime, exponent in factors(number):
        if prime > 1:
            found = [divisor * prime**power for divisor in found for power in range(exponent + 1)]
    return sorted(found)


def shared(first, second):
    one, two, found = factors(abs(first)), factors(abs(second)), []
    while one and two:
        if one[0][0] == two[0][0]:
            found.append(min(one[0], two[0]))
            one, two = one[1:], two[1:]
        elif one[0] < two[0]:
            one = one[1:]
        else:
            two = two[1:]
    return found
