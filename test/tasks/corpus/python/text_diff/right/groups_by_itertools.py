# Hunks are runs of entries near a change.
from itertools import accumulate, groupby


def table_of(old, new):
    table = [[0] * (len(new) + 1)]
    for line in old[::-1]:
        last = table[0]
        row = [0]
        for place in range(len(new) - 1, -1, -1):
            row.insert(0, last[place + 1] + 1 if new[place] == line else max(last[place], row[0]))
        table.insert(0, row)
    return table


def diff(old, new):
    table = table_of(old, new)
    entries = []
    old, new = list(old), list(new)
    i = j = 0
    while old[i:] and new[j:]:
        if old[i] == new[j]:
            entries += [(" ", old[i])]
            i += 1
            j += 1
        elif table[i + 1][j] < table[i][j + 1]:
            entries += [("+", new[j])]
            j += 1
        else:
            entries += [("-", old[i])]
            i += 1
    return entries + [("-", line) for line in old[i:]] + [("+", line) for line in new[j:]]


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError("context must not be negative")
    entries = diff(old, new)
    far = len(entries) + context + 1
    back = list(accumulate(entries, lambda distance, entry: 0 if entry[0] != " " else distance + 1, initial=far))[1:]
    ahead = list(accumulate(reversed(entries), lambda distance, entry: 0 if entry[0] != " " else distance + 1, initial=far))[1:][::-1]
    near = [min(pair) <= context for pair in zip(back, ahead)]
    patch, number = [], 1
    for is_near, group in groupby(zip(near, entries), key=lambda pair: pair[0]):
        hunk = [entry for _, entry in group]
        size = sum(sign != "+" for sign, _ in hunk)
        if is_near:
            patch.append(f"@@ {number} -{size} +{sum(sign != '-' for sign, _ in hunk)}")
            patch.extend(sign + line for sign, line in hunk)
        number += size
    return patch


def apply_patch(old, patch):
    place, result = 0, []
    for entry in patch:
        if entry[0] == "@":
            begin = int(entry.split(" ", 2)[1]) - 1
            if begin < place or len(old) < begin:
                raise ValueError(entry)
            result.extend(old[place:begin])
            place = begin
            continue
        if entry[0] != "+":
            if place == len(old):
                raise ValueError("old ends too early")
            if old[place] != entry[1:]:
                raise ValueError("unlike lines")
            place += 1
        if entry[0] != "-":
            result.append(entry[1:])
    result.extend(old[place:])
    return result
