"""Lists of small and large integers of both signs; now and then only odd ones, only even ones, or none."""


def generate(rng):
    limit = rng.choice([9, 100, 10**12])
    numbers = [rng.randint(-limit, limit) for _ in range(rng.randint(0, 10))]
    shape = rng.random()
    if shape < 0.15:
        numbers = [2 * number for number in numbers]
    elif shape < 0.25:
        numbers = [2 * number + 1 for number in numbers]
    return f"sum_even({numbers!r})"
