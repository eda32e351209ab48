"""Runs of puts and gets on a small cache with few keys; gets often ask for the key that would have to go next."""


def generate(rng):
    capacity = rng.choice([1, 2, 2, 3, 3, 4])
    keys = list(range(1, capacity + 4))
    by_use = []
    lines = [f"cache = LRUCache({capacity})", "found = []"]
    for turn in range(rng.randint(capacity + 1, capacity + 9)):
        is_get = len(by_use) == capacity and rng.random() < 0.5
        key = by_use[0] if is_get and rng.random() < 0.8 else rng.choice(keys)
        if is_get:
            lines.append(f"found.append(cache.get({key}))")
        else:
            lines.append(f"cache.put({key}, {10 * key + turn})")
        if key in by_use:
            by_use.remove(key)
        elif is_get:
            continue
        by_use = [*by_use, key][-capacity:]
    lines.extend(f"found.append(cache.get({key}))" for key in keys)
    lines.append("found")
    return "\n".join(lines)
