# The smallest divisor, and two lists merged.
from math import isqrt


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
    text = ""
    for prime, exponent in factors(number):
        if text:
            text += " * "
        text += str(prime)
        if exponent > 1:
            text += "^" + str(exponent)
    return text if text else "1"


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
