"""Pairs of numbers of every sign and size, with common divisors and without, zeros, inverses and congruences."""


def signed(rng, number):
    return rng.choice([number, number, -number])


def size(rng):
    return rng.choice([rng.randint(1, 12), rng.randint(1, 99), rng.randint(1, 10**4), rng.randint(1, 10**9)])


def small(rng):
    return f"bezout({rng.randint(-12, 12)}, {rng.randint(-12, 12)})"


def both_above_zero(rng):
    return f"bezout({size(rng)}, {size(rng)})"


def any_signs(rng):
    return f"bezout({signed(rng, size(rng))}, {signed(rng, size(rng))})"


def with_a_common_divisor(rng):
    common = rng.randint(2, 60)
    return f"bezout({signed(rng, common * rng.randint(1, 40))}, {signed(rng, common * rng.randint(1, 40))})"


def multiples(rng):
    number = signed(rng, rng.randint(1, 50))
    pair = [number * signed(rng, rng.randint(1, 20)), number]
    return f"bezout({', '.join(str(each) for each in rng.choice([pair, pair[::-1]]))})"


def the_same_twice(rng):
    number = signed(rng, size(rng))
    return f"bezout({number}, {rng.choice([number, -number])})"


def with_zero(rng):
    number = signed(rng, size(rng))
    return rng.choice([f"bezout(0, {number})", f"bezout({number}, 0)", f"bezout({number}, 0)"])


def with_one(rng):
    pair = [signed(rng, 1), rng.choice([signed(rng, size(rng)), 1, -1])]
    return f"bezout({', '.join(str(each) for each in rng.choice([pair, pair[::-1]]))})"


def neighbours(rng):
    number = signed(rng, rng.randint(2, 10**6))
    return f"bezout({number}, {number + rng.choice([1, -1, 2])})"


def huge(rng):
    return f"bezout({signed(rng, rng.randint(10**20, 10**40))}, {signed(rng, rng.randint(10**15, 10**40))})"


def most_steps(rng):
    a, b = 1, 1
    for _ in range(rng.randint(5, 120)):
        a, b = b, a + b
    return f"bezout({signed(rng, a)}, {signed(rng, b)})"


def inverses(rng):
    modulus = rng.choice([2, 3, 5, 7, 10, 97, 100, 101, rng.randint(2, 10**6), 10**9 + 7])
    return f"inverse({rng.randint(-200, 200)}, {modulus})"


def inverses_in_turn(rng):
    return f"[inverse(a, {rng.choice([7, 11, 13, 31, 97])}) for a in range({rng.randint(1, 3)}, {rng.randint(4, 7)})]"


def inverses_around_the_modulus(rng):
    modulus = rng.randint(2, 60)
    return f"inverse({modulus * rng.randint(-3, 3) + rng.choice([1, -1, 2])}, {modulus})"


def inverses_modulo_one(rng):
    return f"inverse({rng.randint(-50, 50)}, 1)"


def no_inverse(rng):
    common = rng.randint(2, 12)
    return f"inverse({common * rng.randint(-9, 9)}, {common * rng.randint(1, 12)})"


def joins(rng):
    moduli = rng.randint(1, 30), rng.randint(1, 30)
    return f"join(({rng.randint(0, moduli[0] - 1)}, {moduli[0]}), ({rng.randint(0, moduli[1] - 1)}, {moduli[1]}))"


def joins_what_has_a_number_in_common(rng):
    number, common = rng.randint(0, 10**4), rng.randint(1, 12)
    one, other = common * rng.randint(1, 30), common * rng.randint(1, 30)
    return f"join(({number % one}, {one}), ({number % other}, {other}))"


def joins_rests_out_of_range(rng):
    number = rng.randint(-500, 500)
    one, other = rng.randint(1, 40), rng.randint(1, 40)
    return f"join(({number + one * rng.randint(-5, 5)}, {one}), ({number + other * rng.randint(-5, 5)}, {other}))"


def joins_the_same_modulus(rng):
    modulus = rng.randint(1, 12)
    rest = rng.randint(-20, 20)
    return f"join(({rest}, {modulus}), ({rest + modulus * rng.randint(-3, 3) + rng.choice([0, 0, 1])}, {modulus}))"


def joins_huge(rng):
    one, other = rng.randint(10**12, 10**18), rng.randint(10**12, 10**18)
    number = rng.randint(0, 10**20)
    return f"join(({number % one}, {one}), ({number % other + rng.choice([0, 0, 1])}, {other}))"


def joins_modulo_one(rng):
    """Modulo 1 all numbers are alike, so that the other congruence alone decides, once its rest is brought into range."""
    other = (rng.randint(-99, 99), rng.choice([1, rng.randint(1, 12)]))
    return f"join{rng.choice([(other, (rng.randint(-9, 9), 1)), ((rng.randint(-9, 9), 1), other)])!r}"


def zero_on_the_right(rng):
    return f"[bezout(a, 0) for a in {rng.sample([0, 1, -1, 2, -2, rng.randint(3, 99), -rng.randint(3, 99)], rng.randint(1, 4))!r}]"


STRATA = [zero_on_the_right, joins_modulo_one, small, both_above_zero, any_signs, with_a_common_divisor, multiples, the_same_twice, with_zero, with_one, neighbours, huge, most_steps]
STRATA += [inverses, inverses_in_turn, inverses_around_the_modulus, inverses_modulo_one, no_inverse, joins, joins_what_has_a_number_in_common]
STRATA += [joins_rests_out_of_range, joins_the_same_modulus, joins_huge]
