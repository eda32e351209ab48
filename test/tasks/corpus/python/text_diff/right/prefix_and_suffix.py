# Equal ends are set aside before the table is made.
class Entry:
    def __init__(self, sign, line):
        self.sign = sign
        self.line = line
        self.in_old = sign in " -"
        self.in_new = sign in " +"

    def __str__(self):
        return self.sign + self.line


def entries_of(old, new):
    start = 0
    while start < len(old) and start < len(new) and old[start] == new[start]:
        start += 1
    entries = [Entry(" ", line) for line in old[:start]]
    return entries + middle(old[start:], new[start:])


def middle(old, new):
    rows = [[0] * (len(new) + 1)]
    for line in reversed(old):
        below, row = rows[-1], [0]
        for place, other in enumerate(reversed(new)):
            row.append(below[place] + 1 if line == other else max(row[-1], below[place + 1]))
        rows.append(row)
    entries = []
    left, right = len(old), len(new)
    while left and right:
        line, other = old[-left], new[-right]
        if line == other:
            entries.append(Entry(" ", line))
            left, right = left - 1, right - 1
        elif rows[left - 1][right] >= rows[left][right - 1]:
            entries.append(Entry("-", line))
            left -= 1
        else:
            entries.append(Entry("+", other))
            right -= 1
    entries += [Entry("-", line) for line in old[len(old) - left :]]
    return entries + [Entry("+", line) for line in new[len(new) - right :]]


def diff(old, new):
    return [(entry.sign, entry.line) for entry in entries_of(old, new)]


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError("context is negative")
    entries = entries_of(old, new)
    keep = [False] * len(entries)
    for place, entry in enumerate(entries):
        if entry.sign != " ":
            for near in range(max(0, place - context), min(len(entries), place + context + 1)):
                keep[near] = True
    patch = []
    number = 1
    place = 0
    while place < len(entries):
        if not keep[place]:
            number += entries[place].in_old
            place += 1
            continue
        end = place
        while end < len(entries) and keep[end]:
            end += 1
        hunk = entries[place:end]
        size = sum(entry.in_old for entry in hunk)
        patch.append(f"@@ {number} -{size} +{sum(entry.in_new for entry in hunk)}")
        patch.extend(map(str, hunk))
        number += size
        place = end
    return patch


def apply_patch(old, patch):
    rest = list(old)
    result = []
    taken = 0
    for text in patch:
        sign, line = text[:1], text[1:]
        if sign == "@":
            target = int(text.split()[1]) - 1
            if target < taken or target > len(old):
                raise ValueError("hunk out of place")
            while taken < target:
                result.append(rest.pop(0))
                taken += 1
        elif sign == "+":
            result.append(line)
        else:
            if not rest or rest.pop(0) != line:
                raise ValueError("line does not match")
            taken += 1
            if sign == " ":
                result.append(line)
    return result + rest
