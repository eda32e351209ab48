"""Histories of values in windows of every size, read at the end and in between, with ties, halves and signs."""

READS = ["mean", "median", "mode", "records", "values"]


def values_of(rng, least, most, spread=6):
    return [rng.randint(-spread, spread) for _ in range(rng.randint(least, most))]


def call(window, values, reads):
    return f"figures = Figures({window})\nfor value in {values!r}:\n    figures.add(value)\n{reads}"


def history(window, steps):
    """A step is a value to add or the name of what to read; all answers are compared."""
    return f"figures = Figures({window})\n[getattr(figures, step)() if isinstance(step, str) else figures.add(step) for step in {steps!r}]"


def all_figures(names=READS):
    return "[" + ", ".join(f"figures.{name}()" for name in names) + "]"


def small(rng):
    return call(rng.randint(1, 5), values_of(rng, 1, 8), all_figures())


def one_figure(rng):
    return call(rng.randint(1, 9), values_of(rng, 1, 12, 30), f"figures.{rng.choice(READS)}()")


def not_full(rng):
    values = values_of(rng, 1, 9)
    return call(len(values) + rng.randint(0, 5), values, all_figures())


def just_full(rng):
    values = values_of(rng, 2, 8)
    return call(len(values) - rng.choice([0, 1, 1]), values, all_figures())


def window_of_one(rng):
    return history(1, [2, "mean", *values_of(rng, 1, 4), *rng.sample(READS, 3), rng.randint(-3, 3), "records"])


def what_went(rng):
    return f"figures = Figures({rng.randint(1, 4)})\n[figures.add(value) for value in {values_of(rng, 2, 10)!r}]"


def zeros_that_go(rng):
    return f"figures = Figures({rng.randint(1, 3)})\n[figures.add(value) for value in {[rng.choice([0, 0, 1]) for _ in range(rng.randint(2, 8))]!r}]"


def halves(rng):
    count = rng.choice([2, 4, 6])
    values = values_of(rng, count - 1, count - 1, 9)
    rest = (count // 2 - sum(values)) % count
    return call(count, rng.sample([*values, rest - count * rng.randint(0, 3)], count), "figures.mean()")


def means_below_zero(rng):
    return call(rng.randint(1, 6), [-abs(value) for value in values_of(rng, 1, 9, 20)], "figures.mean()")


def means_beside_halves(rng):
    count = rng.choice([3, 5, 7])
    return call(count, [rng.randint(-3, 3)] * (count - 1) + [rng.randint(-9, 9)], "[figures.mean(), figures.median()]")


def medians(rng):
    return call(rng.randint(2, 9), values_of(rng, 2, 12, 40), "figures.median()")


def medians_of_an_even_number(rng):
    count = rng.choice([2, 4, 6])
    return call(count, [rng.randint(-20, 20) for _ in range(count + rng.randint(0, 2))], "[figures.median(), figures.values()]")


def medians_in_between(rng):
    return history(rng.randint(2, 4), [step for value in values_of(rng, 4, 10, 12) for step in rng.choice([[value], [value, "median"]])] + ["values", "mean"])


def modes(rng):
    return call(rng.randint(2, 9), values_of(rng, 2, 14, 2), "figures.mode()")


def modes_of_equally_frequent_ones(rng):
    few = rng.sample(range(-4, 5), rng.randint(2, 3))
    values = few * rng.randint(1, 3)
    rng.shuffle(values)
    return call(len(values), values_of(rng, 0, 2) + values, "figures.mode()")


def modes_after_values_went(rng):
    often = rng.randint(-3, 3)
    return call(rng.randint(2, 5), [often] * rng.randint(2, 4) + values_of(rng, 2, 6, 3), "[figures.mode(), figures.values()]")


def records(rng):
    return call(rng.randint(1, 5), values_of(rng, 1, 14, 8), "figures.records()")


def records_of_equals(rng):
    return call(rng.randint(1, 3), [rng.choice([2, 2, 3]) for _ in range(rng.randint(1, 9))], "figures.records()")


def records_after_the_largest_went(rng):
    return call(rng.randint(1, 4), [rng.choice([9, 50]), *sorted(values_of(rng, 2, 8, 8), reverse=rng.random() < 0.6), rng.randint(0, 9)], "figures.records()")


def records_below_zero(rng):
    return call(rng.randint(1, 4), [-abs(value) - 1 for value in values_of(rng, 1, 8)], "[figures.records(), figures.values()]")


def read_in_between(rng):
    steps = [rng.choice([rng.randint(-5, 5), rng.randint(-5, 5), rng.choice(READS)]) for _ in range(rng.randint(3, 14))]
    return history(rng.randint(1, 5), [rng.randint(-5, 5), *steps, *READS])


def nothing_kept(rng):
    window = rng.randint(1, 30)
    return f"Figures({window}).{rng.choice(['mean', 'median', 'mode'])}()" if rng.random() < 0.7 else f"figures = Figures({window})\n[figures.values(), figures.records()]"


def no_window(rng):
    return f"Figures({rng.choice([0, -1, -rng.randint(2, 40)])})"


def list_is_a_copy(rng):
    return call(rng.randint(1, 4), values_of(rng, 1, 6), f"figures.values().append({rng.randint(-9, 9)})\nfigures.values().clear()\nfigures.add({rng.randint(-9, 9)})\n" + all_figures())


def huge(rng):
    return call(rng.randint(1, 4), [rng.choice([1, -1]) * rng.randint(10**15, 10**25) for _ in range(rng.randint(1, 6))], all_figures())


def hundreds(rng):
    return f"figures = Figures({rng.choice([1, 2, 7, rng.randint(8, 60)])})\nfor n in range({rng.randint(80, 300)}):\n    figures.add(n * n * {rng.choice([3, 7, 11])} % {rng.randint(5, 60)})\n[figures.mean(), figures.median(), figures.mode(), figures.records()]"


def two_objects(rng):
    return f"one, other = Figures(3), Figures(2)\nfor value in {values_of(rng, 1, 5)!r}:\n    one.add(value)\n    other.add(-value)\n[one.values(), other.values(), one.mode(), other.mode(), one.records(), other.records()]"


STRATA = [small, one_figure, not_full, just_full, window_of_one, what_went, zeros_that_go, halves, means_below_zero, means_beside_halves, medians]
STRATA += [medians_of_an_even_number, medians_in_between, modes, modes_of_equally_frequent_ones, modes_after_values_went, records]
STRATA += [records_of_equals, records_after_the_largest_went, records_below_zero, read_in_between, nothing_kept, no_window, list_is_a_copy]
STRATA += [huge, hundreds, two_objects]
