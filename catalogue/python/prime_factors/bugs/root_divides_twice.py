def factors(number):
    if number == 0:
        raise ValueError("0 has no factors")
    found = [(-1, 1)] if number < 0 else []
    rest = abs(number)
    candidate = 2
    while candidate * candidate <= rest:
        exponent = 0
        while rest % candidate == 0:
            rest //= candidate
            exponent += 1
        if exponent:
            found.append((candidate, exponent))
        candidate += 1
    if rest > 1:
        found.append((rest, 1))
    return found


def written(number):
    pieces = []
    for prime, exponent in factors(number):
        pieces.append(f"{prime}^{exponent}" if exponent > 1 else str(prime))
    return " * ".join(pieces) or "1"


def divisors(number):
    if number == 0:
        raise ValueError("0 has no factors")
    size = abs(number)
    found = []
    candidate = 1
    while candidate * candidate <= size:
        if size % candidate == 0:
            found += [candidate, size // candidate]
        candidate += 1
    return sorted(found)


def shared(first, second):
    exponents = dict(factors(abs(second)))
    common = []
    for prime, exponent in factors(abs(first)):
        if prime in exponents:
            common.append((prime, min(exponent, exponents[prime])))
    return common
