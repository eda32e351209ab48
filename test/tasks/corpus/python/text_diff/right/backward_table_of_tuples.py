# The best continuation is kept with its length, as a linked list.
def diff(old, new):
    """Rows hold (length, entry, next); the way is followed from the front."""
    rows = len(old)
    below = [None] * (len(new) + 1)
    for i in range(rows, -1, -1):
        row = [None] * (len(new) + 1)
        for j in range(len(new), -1, -1):
            if i == rows and j == len(new):
                row[j] = (0, None, None)
            elif i == rows:
                row[j] = (0, ("+", new[j]), row[j + 1])
            elif j == len(new):
                row[j] = (0, ("-", old[i]), below[j])
            elif old[i] == new[j]:
                row[j] = (below[j + 1][0] + 1, (" ", old[i]), below[j + 1])
            elif below[j][0] >= row[j + 1][0]:
                row[j] = (below[j][0], ("-", old[i]), below[j])
            else:
                row[j] = (row[j + 1][0], ("+", new[j]), row[j + 1])
        below = row
    result = []
    node = below[0]
    while node[1] is not None:
        result.append(node[1])
        node = node[2]
    return result


def ranges(entries, context):
    last = None
    for place, (sign, _) in enumerate(entries):
        if sign == " ":
            continue
        low, high = place - context, place + context
        if last is None:
            last = [low, high]
        elif low <= last[1] + 1:
            last[1] = high
        else:
            yield max(last[0], 0), min(last[1] + 1, len(entries))
            last = [low, high]
    if last is not None:
        yield max(last[0], 0), min(last[1] + 1, len(entries))


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError("below zero")
    entries = diff(old, new)
    before = [1]
    for sign, _ in entries:
        before.append(before[-1] + (sign in "- "))
    lines = []
    for low, high in ranges(entries, context):
        minus = before[high] - before[low]
        plus = len([1 for sign, _ in entries[low:high] if sign in "+ "])
        lines.append("@@ " + str(before[low]) + " -" + str(minus) + " +" + str(plus))
        for sign, text in entries[low:high]:
            lines.append(sign + text)
    return lines


def apply_patch(old, patch):
    new = []
    at = 0
    for line in patch:
        kind, rest = line[0], line[1:]
        match kind:
            case "@":
                goal = int(rest.split(" ")[1]) - 1
                if goal not in range(at, len(old) + 1):
                    raise ValueError("wrong place")
                new.extend(old[at:goal])
                at = goal
            case "+":
                new.append(rest)
            case "-" | " ":
                if old[at : at + 1] != [rest]:
                    raise ValueError("wrong line")
                if kind == " ":
                    new.append(rest)
                at += 1
    new.extend(old[at:])
    return new
