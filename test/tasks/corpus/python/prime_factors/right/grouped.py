# A stream of primes, grouped.
from itertools import groupby


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
