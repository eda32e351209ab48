# Common lengths row by row from dictionaries, hunks by distances.
import re


def lengths(old, new):
    table = {}
    for i in range(len(old), -1, -1):
        for j in range(len(new), -1, -1):
            if i == len(old) or j == len(new):
                table[i, j] = 0
            elif old[i] == new[j]:
                table[i, j] = table[i + 1, j + 1] + 1
            else:
                table[i, j] = max(table[i + 1, j], table[i, j + 1])
    return table


def walk(old, new):
    table = lengths(old, new)
    i = j = 0
    while (i, j) != (len(old), len(new)):
        if i == len(old):
            yield "+", new[j]
            j += 1
        elif j == len(new):
            yield "-", old[i]
            i += 1
        elif old[i] == new[j]:
            yield " ", old[i]
            i += 1
            j += 1
        elif table[i + 1, j] == table[i, j]:
            yield "-", old[i]
            i += 1
        else:
            yield "+", new[j]
            j += 1


def diff(old, new):
    return list(walk(old, new))


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError("negative")
    entries = diff(old, new)
    changes = [place for place, entry in enumerate(entries) if entry[0] != " "]
    wanted = {place + shift for place in changes for shift in (range(-context, context + 1) if context < len(entries) else range(-len(entries), len(entries) + 1))}
    patch, hunk, line, start = [], [], 1, 1
    for place, (sign, text) in enumerate([*entries, ("end", "")]):
        if place in wanted and sign != "end":
            if not hunk:
                start = line
            hunk.append(sign + text)
        elif hunk:
            signs = [entry[0] for entry in hunk]
            patch.append("@@ %d -%d +%d" % (start, len(signs) - signs.count("+"), len(signs) - signs.count("-")))
            patch.extend(hunk)
            hunk = []
        line += sign != "+"
    return patch


def apply_patch(old, patch):
    hunks = []
    for text in patch:
        found = re.match(r"@@ (-?\d+) -", text)
        if found:
            hunks.append((int(found[1]), []))
        else:
            hunks[-1][1].append(text)
    out, done = [], 0
    for number, entries in hunks:
        if not done <= number - 1 <= len(old):
            raise ValueError(number)
        out.extend(old[done : number - 1])
        source = [entry[1:] for entry in entries if entry[0] in " -"]
        done = number - 1 + len(source)
        if old[number - 1 : done] != source:
            raise ValueError("different")
        out.extend(entry[1:] for entry in entries if entry[0] in " +")
    out.extend(old[done:])
    return out
