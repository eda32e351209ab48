def common_lengths(old, new):
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            if old[i] == new[j]:
                table[i][j] = table[i + 1][j + 1] + 1
            else:
                table[i][j] = max(table[i + 1][j], table[i][j + 1])
    return table


def diff(old, new):
    table = common_lengths(old, new)
    steps = []
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            steps.append((" ", old[i]))
            i += 1
            j += 1
        elif j == len(new) or (i < len(old) and (old[i] not in new[j:] or new[j] in old[i:])):
            steps.append(("-", old[i]))
            i += 1
        else:
            steps.append(("+", new[j]))
            j += 1
    return steps


def hunk_ranges(steps, context):
    ranges = []
    for place, (sign, _) in enumerate(steps):
        if sign == " ":
            continue
        start, end = max(0, place - context), min(len(steps), place + context + 1)
        if ranges and start <= ranges[-1][1]:
            ranges[-1][1] = end
        else:
            ranges.append([start, end])
    return ranges


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError("context must be 0 or more")
    steps = diff(old, new)
    lines = []
    line = 0
    done = 0
    for start, end in hunk_ranges(steps, context):
        line += sum(sign != "+" for sign, _ in steps[done:start])
        hunk = steps[start:end]
        removed = sum(sign != "+" for sign, _ in hunk)
        added = sum(sign != "-" for sign, _ in hunk)
        lines.append(f"@@ {line + 1} -{removed} +{added}")
        lines.extend(sign + text for sign, text in hunk)
        line += removed
        done = end
    return lines


def apply_patch(old, patch):
    result = []
    line = 0
    for row in patch:
        sign, text = row[:1], row[1:]
        if sign == "@":
            start = int(row.split()[1]) - 1
            if not line <= start <= len(old):
                raise ValueError("a hunk begins at a wrong line")
            result += old[line:start]
            line = start
        elif sign == "+":
            result.append(text)
        else:
            if line == len(old) or old[line] != text:
                raise ValueError("a line does not match")
            if sign == " ":
                result.append(text)
            line += 1
    return result + old[line:]
