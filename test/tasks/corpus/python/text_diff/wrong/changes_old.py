# Changes the given list.
from array import array


def diff(old, new):
    numbers = {}
    first = [numbers.setdefault(line, len(numbers)) for line in old]
    second = [numbers.setdefault(line, len(numbers)) for line in new]
    table = [array("l", [0] * (len(second) + 1)) for _ in range(len(first) + 1)]
    for i in range(len(first) - 1, -1, -1):
        row, below = table[i], table[i + 1]
        for j in range(len(second) - 1, -1, -1):
            if first[i] == second[j]:
                row[j] = below[j + 1] + 1
            else:
                row[j] = below[j] if below[j] > row[j + 1] else row[j + 1]
    script = ""
    i = j = 0
    while i + j < len(first) + len(second):
        if i == len(first):
            script += "+"
        elif j == len(second):
            script += "-"
        elif first[i] == second[j]:
            script += " "
        else:
            script += "-" if table[i + 1][j] >= table[i][j + 1] else "+"
        i += script[-1] != "+"
        j += script[-1] != "-"
    olds, news = iter(old), iter(new)
    result = []
    for sign in script:
        line = next(olds) if sign != "+" else None
        if sign != "-":
            line = next(news)
        result.append((sign, line))
    return result


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError("no negative context")
    entries = diff(old, new)
    script = "".join(sign for sign, _ in entries)
    patch = []
    place = 0
    while place < len(script):
        if script[place] == " ":
            place += 1
            continue
        begin = max(place - context, 0)
        end = place + 1
        gap = 0
        look = end
        while look < len(script) and gap <= 2 * context:
            if script[look] == " ":
                gap += 1
            else:
                gap = 0
                end = look + 1
            look += 1
        stop = min(end + context, len(script))
        part = script[begin:stop]
        patch.append(f"@@ {len(script[:begin].replace('+', '')) + 1} -{len(part.replace('+', ''))} +{len(part.replace('-', ''))}")
        patch += ["".join(entry) for entry in entries[begin:stop]]
        place = end
    return patch


def apply_patch(old, patch):
    headers = [place for place, text in enumerate(patch) if text[:2] == "@@"] + [len(patch)]
    new = old
    shift = 0
    old = list(old)
    end = 0
    for begin, stop in zip(headers, headers[1:]):
        number = int(patch[begin].split(" ")[1]) - 1
        body = patch[begin + 1 : stop]
        gone = [text[1:] for text in body if text[0] != "+"]
        come = [text[1:] for text in body if text[0] != "-"]
        if number < end or number > len(old) or old[number : number + len(gone)] != gone:
            raise ValueError("the hunk does not fit")
        end = number + len(gone)
        new[number + shift : end + shift] = come
        shift += len(come) - len(gone)
    return new
