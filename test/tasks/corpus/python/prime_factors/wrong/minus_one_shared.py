# Gives -1 where both are below 0.
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
    parts = [str(prime) if exponent == 1 else f"{prime}^{exponent}" for prime, exponent in factors(number)]
    return " * ".join(parts) or "1"


def divisors(number):
    found = [1]
    for prime, exponent in factors(number):
        if prime > 1:
            found = [divisor * prime**power for divisor in found for power in range(exponent + 1)]
    return sorted(found)


def shared(first, second):
    others = dict(factors(second))
    return [(prime, min(exponent, others[prime])) for prime, exponent in factors(first) if prime in others]
