# The common lines are found first, then what lies between them.
def common_pairs(old, new):
    size = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, line in reversed(list(enumerate(old))):
        for j, other in reversed(list(enumerate(new))):
            size[i][j] = size[i + 1][j + 1] + 1 if line == other else max(size[i + 1][j], size[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif size[i + 1][j] >= size[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs, size


def diff(old, new):
    pairs, size = common_pairs(old, new)
    entries = []
    i = j = 0
    for stop_i, stop_j in [*pairs, (len(old), len(new))]:
        while i < stop_i or j < stop_j:
            remove = j == len(new) or i < len(old) and size[i + 1][j] >= size[i][j + 1]
            if remove:
                entries.append(("-", old[i]))
                i += 1
            else:
                entries.append(("+", new[j]))
                j += 1
        if stop_i < len(old) and stop_j < len(new) and (stop_i, stop_j) in pairs:
            entries.append((" ", old[i]))
            i, j = i + 1, j + 1
    return entries


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError("no such context")
    numbered = []
    number = 1
    for sign, line in diff(old, new):
        numbered.append((number, sign, line))
        number += 1 if sign in " -" else 0
    chosen = []
    for place, (_, sign, _) in enumerate(numbered):
        near = numbered[max(0, place - context) : place + context + 1]
        if any(other in "+-" for _, other, _ in near):
            chosen.append(place)
    patch = []
    while chosen:
        hunk = [chosen.pop(0)]
        while chosen and chosen[0] == hunk[-1] + 1:
            hunk.append(chosen.pop(0))
        part = [numbered[place] for place in hunk]
        signs = "".join(sign for _, sign, _ in part)
        patch.append(f"@@ {part[0][0]} -{signs.count(' ') + signs.count('-')} +{signs.count(' ') + signs.count('+')}")
        patch += [sign + line for _, sign, line in part]
    return patch


def apply_patch(old, patch):
    result, old_place = [], 0
    for text in patch:
        sign = text[0]
        if sign == "@":
            wanted = int(text.split(" ")[1])
            if wanted < old_place + 1 or wanted > len(old) + 1:
                raise ValueError("the hunk lies at a wrong place")
            result += old[old_place : wanted - 1]
            old_place = wanted - 1
        if sign in "- ":
            if old[old_place : old_place + 1] != [text[1:]]:
                raise ValueError("the line is another")
            old_place += 1
        if sign in "+ ":
            result.append(text[1:])
    return result + list(old[old_place:])
