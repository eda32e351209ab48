"""Numbers of every make: primes, their squares and powers, products of few and many, negative ones, 1 and 0."""

PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97]
LARGE = [101, 997, 1009, 7919, 9973, 99991, 104729, 999983, 1299709]


def signed(rng, number):
    return rng.choice([number, number, number, -number])


def number_of(rng):
    """A product of primes that is not too large to be taken apart by trial."""
    number = 1
    for _ in range(rng.randint(1, 7)):
        prime = rng.choice([2, 2, 3, 3, 5, 7, rng.choice(PRIMES)])
        number *= prime if number * prime < 10**6 else 1
    return number


def any_use(rng, number):
    return f"{rng.choice(['factors', 'written', 'divisors'])}({number})"


def small(rng):
    return f"factors({rng.randint(1, 130)})"


def products(rng):
    return f"factors({signed(rng, number_of(rng))})"


def primes(rng):
    return any_use(rng, signed(rng, rng.choice(PRIMES)))


def large_primes(rng):
    return any_use(rng, rng.choice(LARGE))


def squares_of_primes(rng):
    return any_use(rng, signed(rng, rng.choice([*PRIMES, 101, 997, 1009]) ** 2))


def squares(rng):
    return f"divisors({signed(rng, rng.randint(1, 60) ** 2)})"


def powers(rng):
    prime = rng.choice([2, 2, 3, 5, 7, 11])
    return any_use(rng, signed(rng, prime ** rng.randint(1, 6)))


def powers_of_two(rng):
    return any_use(rng, 2 ** rng.randint(1, 24))


def two_primes(rng):
    return any_use(rng, rng.choice(PRIMES) * rng.choice(PRIMES))


def a_large_prime_last(rng):
    return any_use(rng, signed(rng, rng.choice([2, 4, 6, 12, 45, 49]) * rng.choice(LARGE[:6])))


def neighbouring_primes(rng):
    at = rng.randint(0, len(PRIMES) - 3)
    return any_use(rng, signed(rng, PRIMES[at] * PRIMES[at + 1] * PRIMES[at + rng.randint(0, 2)]))


def anything(rng):
    return any_use(rng, signed(rng, rng.randint(1, 10**6)))


def ones(rng):
    return rng.choice(["factors(1)", "factors(-1)", "written(1)", "written(-1)", "divisors(1)", "divisors(-1)", "shared(1, 1)", "shared(-1, -1)", f"shared(1, {number_of(rng)})", f"shared({-number_of(rng)}, -1)"])


def zeros(rng):
    return rng.choice(["factors(0)", "written(0)", "divisors(0)", "shared(0, 0)", f"shared(0, {signed(rng, number_of(rng))})", f"shared({signed(rng, number_of(rng))}, 0)"])


def writes(rng):
    return f"written({signed(rng, number_of(rng))})"


def lists_divisors(rng):
    return f"divisors({signed(rng, number_of(rng))})"


def many_divisors(rng):
    return f"divisors({signed(rng, rng.choice([2, 4, 6, 12, 30]) * rng.choice([60, 210, 360, 840, 2310]) * rng.randint(1, 9))})"


def shares(rng):
    common = rng.choice([1, 2, 4, 6, 9, 30, rng.choice(PRIMES)])
    return f"shared({signed(rng, common * rng.randint(1, 300))}, {signed(rng, common * rng.randint(1, 300))})"


def shares_nothing(rng):
    return f"shared({rng.choice([4, 10, 25, 40, 64])}, {rng.choice([3, 9, 21, 49, 77, 81])} ** {rng.randint(1, 3)})"


def shares_powers(rng):
    return f"shared({signed(rng, 2 ** rng.randint(0, 9) * 3 ** rng.randint(0, 4))}, {signed(rng, 2 ** rng.randint(0, 9) * 3 ** rng.randint(0, 4))})"


def in_turn(rng):
    first = rng.randint(-20, 900)
    return f"[{rng.choice(['factors', 'written', 'divisors'])}(n) for n in range({first}, {first + rng.randint(2, 12)}) if n]"


STRATA = [small, products, primes, large_primes, squares_of_primes, squares, powers, powers_of_two, two_primes, a_large_prime_last]
STRATA += [neighbouring_primes, anything, ones, zeros, writes, lists_divisors, many_divisors, shares, shares_nothing, shares_powers, in_turn]
