# The choice at each step compares two lengths computed from rows kept on a stack.
def rows_of(old, new):
    """For each place in old, from the end, the common lengths with each rest of new."""
    row = [0] * (len(new) + 1)
    rows = [row]
    for line in reversed(old):
        fresh = row[:]
        for place in reversed(range(len(new))):
            if new[place] == line:
                fresh[place] = row[place + 1] + 1
            elif fresh[place + 1] > fresh[place]:
                fresh[place] = fresh[place + 1]
        rows.append(fresh)
        row = fresh
    return rows


def diff(old, new):
    rows = rows_of(old, new)
    rest = list(new)
    entries = []
    for line in old:
        here, below = rows.pop(), rows[-1]
        while True:
            place = len(new) - len(rest)
            if not rest:
                entries.append(("-", line))
                break
            if rest[0] == line:
                entries.append((" ", rest.pop(0)))
                break
            if below[place] >= here[place + 1]:
                entries.append(("-", line))
                break
            entries.append(("+", rest.pop(0)))
    return entries + [("+", line) for line in rest]


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError("context below zero")
    hunks = []
    number = 1
    entries = diff(old, new)
    for place, entry in enumerate(entries):
        if entry[0] != " ":
            low = max(0, place - context)
            if not hunks or low > hunks[-1]["end"]:
                ahead = sum(1 for sign, _ in entries[low:place] if sign != "+")
                hunks.append({"low": low, "number": number - ahead})
            hunks[-1]["end"] = place + context + 1
        if entry[0] != "+":
            number += 1
    lines = []
    for hunk in hunks:
        body = entries[hunk["low"] : hunk["end"]]
        minus, plus = (sum(1 for sign, _ in body if sign != other) for other in "+-")
        lines.append(f"@@ {hunk['number']} -{minus} +{plus}")
        lines.extend(f"{sign}{line}" for sign, line in body)
    return lines


def apply_patch(old, patch):
    remaining = list(enumerate(old, 1))
    out = []
    last = 0
    for text in patch:
        if text[:1] == "@":
            number = int(text.split()[1])
            if number <= last or number > len(old) + 1:
                raise ValueError("cannot go there")
            while remaining and remaining[0][0] < number:
                last, line = remaining.pop(0)
                out.append(line)
            continue
        line = text[1:]
        if text[:1] == "+":
            out.append(line)
            continue
        if not remaining or remaining[0][1] != line:
            raise ValueError("cannot match that")
        last, _ = remaining.pop(0)
        if text[:1] == " ":
            out.append(line)
    return out + [line for _, line in remaining]
