"""Up to eight short intervals close together, so that many overlap or touch; half of the lists come in order."""


def generate(rng):
    intervals = []
    for _ in range(rng.randint(0, 8)):
        start = rng.randint(-5, 30)
        intervals.append([start, start + rng.randint(0, 6)])
    if intervals and rng.random() < 0.5:
        end = rng.choice(intervals)[1]
        intervals.append([end, end + rng.randint(1, 4)])
    if rng.random() < 0.4:
        intervals.sort()
    return f"merge_intervals({intervals!r})"
