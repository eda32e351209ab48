"""Coefficients inside and outside of the rows, on both sides of 0, and powers of x plus every kind of constant."""


def inside(rng):
    n = rng.randint(0, 20)
    return f"binomial({n}, {rng.randint(0, n)})"


def beyond_the_end(rng):
    n = rng.randint(0, 12)
    return f"binomial({n}, {n + rng.choice([1, 2, rng.randint(3, 20)])})"


def below_zero(rng):
    return f"binomial({-rng.randint(1, 15)}, {rng.randint(0, 12)})"


def nothing_to_choose(rng):
    return f"binomial({rng.randint(-30, 30)}, {rng.choice([0, 0, -1, -2, -rng.randint(3, 30)])})"


def all_or_one(rng):
    n = rng.randint(-9, 40)
    return f"binomial({n}, {rng.choice([1, abs(n), abs(n) - 1 if n else 0, 2])})"


def large(rng):
    n = rng.randint(100, 400)
    return f"binomial({rng.choice([n, n, -n])}, {rng.choice([rng.randint(0, 9), n // 2, n - rng.randint(0, 5), rng.randint(0, 150)])})"


def huge(rng):
    return f"binomial({rng.choice([1, -1]) * rng.randint(10**15, 10**20)}, {rng.randint(0, 8)})"


def in_turn(rng):
    n = rng.randint(-6, 8)
    return f"[binomial({n}, k) for k in range({rng.randint(-3, 0)}, {abs(n) + rng.randint(1, 4)})]"


def one_column(rng):
    return f"[binomial(n, {rng.randint(0, 6)}) for n in range({-rng.randint(1, 9)}, {rng.randint(1, 12)})]"


def rows(rng):
    return f"row({rng.choice([0, 1, 2, rng.randint(3, 30), rng.randint(31, 60)])})"


def rows_below_zero(rng):
    return rng.choice([f"row({-rng.randint(1, 40)})", f"expansion({-rng.randint(1, 9)}, {rng.randint(-3, 3)})"])


def with_one(rng):
    return f"expansion({rng.randint(0, 16)}, {rng.choice([1, -1])})"


def with_any_constant(rng):
    return f"expansion({rng.randint(2, 8)}, {rng.choice([rng.randint(-9, 9), rng.randint(-200, 200)])})"


def with_zero(rng):
    return f"expansion({rng.randint(0, 40)}, 0)"


def low_powers(rng):
    return f"expansion({rng.randint(0, 2)}, {rng.randint(-30, 30)})"


def negative_constants(rng):
    return f"expansion({rng.randint(1, 9)}, {-rng.randint(1, 20)})"


def high_powers(rng):
    return f"expansion({rng.randint(17, 50)}, {rng.choice([1, -1, 2, -3, 10])})"


def huge_constants(rng):
    return f"expansion({rng.randint(0, 4)}, {rng.choice([1, -1]) * rng.randint(10**9, 10**15)})"


def one_after_another(rng):
    return f"[expansion(n, {rng.randint(-3, 3)}) for n in range({rng.randint(0, 2)}, {rng.randint(3, 6)})]"


def zeroth_powers(rng):
    constants = rng.sample([0, 1, -1, rng.randint(2, 99), -rng.randint(2, 99)], rng.randint(1, 4))
    return f"[expansion(0, constant) for constant in {rng.choice([constants, [0, *constants]])!r}]"


STRATA = [zeroth_powers, inside, beyond_the_end, below_zero, nothing_to_choose, all_or_one, large, huge, in_turn, one_column, rows, rows_below_zero]
STRATA += [with_one, with_any_constant, with_zero, low_powers, negative_constants, high_powers, huge_constants, one_after_another]
