"""Lists nested up to five deep that hold numbers, words, tuples, None and empty lists."""


def generate(rng):
    return f"flatten({nested_list(rng, rng.randint(1, 5))!r})"


def nested_list(rng, depth):
    return [nested_item(rng, depth) for _ in range(rng.randint(0, 4))]


def nested_item(rng, depth):
    if depth > 1 and rng.random() < 0.55:
        return nested_list(rng, depth - 1)
    return rng.choice([rng.randint(-99, 99), rng.randint(0, 9), "ab", "", None, True, (1, 2)])
