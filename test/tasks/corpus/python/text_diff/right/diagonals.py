# The table is filled along its diagonals.
def common_lengths(old, new):
    n, m = len(old), len(new)
    table = [[0] * (m + 1) for _ in range(n + 1)]
    for total in range(n + m - 2, -1, -1):
        for i in range(max(0, total - m + 1), min(n - 1, total) + 1):
            j = total - i
            if old[i] == new[j]:
                table[i][j] = table[i + 1][j + 1] + 1
            else:
                table[i][j] = max(table[i + 1][j], table[i][j + 1])
    return table


def diff(old, new):
    table = common_lengths(old, new)
    i, j, entries = 0, 0, []
    for _ in range(len(old) + len(new) - table[0][0]):
        rest_of_old, rest_of_new = len(old) - i, len(new) - j
        if rest_of_old and rest_of_new and old[i] == new[j]:
            entries.append((" ", new[j]))
            i, j = i + 1, j + 1
        elif rest_of_old and (not rest_of_new or table[i + 1][j] == table[i][j]):
            entries.append(("-", old[i]))
            i += 1
        else:
            entries.append(("+", new[j]))
            j += 1
    return entries


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError("context")
    entries = diff(old, new)
    changed = [place for place in range(len(entries)) if entries[place][0] in "+-"]
    clusters = []
    for place in changed:
        if clusters and place - clusters[-1][-1] <= 2 * context + 1:
            clusters[-1].append(place)
        else:
            clusters.append([place])
    patch = []
    for cluster in clusters:
        low = cluster[0] - min(context, cluster[0])
        high = cluster[-1] + context + 1
        olds = [line for sign, line in entries[low:high] if sign != "+"]
        news = [line for sign, line in entries[low:high] if sign != "-"]
        skipped = [line for sign, line in entries[:low] if sign != "+"]
        patch.append("@@ {} -{} +{}".format(len(skipped) + 1, len(olds), len(news)))
        patch += [sign + line for sign, line in entries[low:high]]
    return patch


def apply_patch(old, patch):
    stack = list(reversed(old))
    new = []

    def copy_up_to(left):
        while len(stack) > left:
            new.append(stack.pop())

    for text in patch:
        if text.startswith("@"):
            left = len(old) - int(text.split(" ")[1]) + 1
            if left < 0 or left > len(stack):
                raise ValueError(text)
            copy_up_to(left)
        elif text.startswith("+"):
            new.append(text[1:])
        elif not stack or stack[-1] != text[1:]:
            raise ValueError(text)
        elif text.startswith(" "):
            copy_up_to(len(stack) - 1)
        else:
            stack.pop()
    copy_up_to(0)
    return new
