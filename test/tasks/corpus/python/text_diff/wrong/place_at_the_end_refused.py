# Refuses a hunk just after the last line.
def diff(old, new):
    common = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            common[i][j] = common[i + 1][j + 1] + 1 if old[i] == new[j] else max(common[i + 1][j], common[i][j + 1])
    result = []
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            result.append((" ", old[i]))
            i, j = i + 1, j + 1
        elif j == len(new) or i < len(old) and common[i + 1][j] >= common[i][j + 1]:
            result.append(("-", old[i]))
            i += 1
        else:
            result.append(("+", new[j]))
            j += 1
    return result


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError("context")
    entries = diff(old, new)
    spans = []
    for place, (sign, _) in enumerate(entries):
        if sign != " ":
            begin, end = max(0, place - context), min(len(entries), place + context + 1)
            if spans and begin <= spans[-1][1]:
                spans[-1][1] = end
            else:
                spans.append([begin, end])
    patch = []
    for begin, end in spans:
        first = 1 + sum(sign != "+" for sign, _ in entries[:begin])
        hunk = entries[begin:end]
        removed = sum(sign != "+" for sign, _ in hunk)
        added = sum(sign != "-" for sign, _ in hunk)
        patch.append(f"@@ {first} -{removed} +{added}")
        patch += [sign + line for sign, line in hunk]
    return patch


def apply_patch(old, patch):
    result = []
    place = 0
    for text in patch:
        if text.startswith("@@"):
            first = int(text.split(" ")[1]) - 1
            if first < place or first >= max(len(old), 1):
                raise ValueError("place")
            result += old[place:first]
            place = first
        elif text[0] == "+":
            result.append(text[1:])
        else:
            if place >= len(old) or old[place] != text[1:]:
                raise ValueError("line")
            place += 1
            if text[0] == " ":
                result.append(text[1:])
    return result + old[place:]
