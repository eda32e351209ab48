# Terms as triples, reduced with functools.
import re
from functools import reduce
from itertools import groupby


def terms_of(text):
    text = re.sub(" +", "", text)
    if not re.match("[+-]", text):
        text = "+" + text
    if not re.fullmatch(r"(?:[+-](?:[0-9]+|[0-9]*[a-z](?:\^[0-9]+)?))+", text):
        raise ValueError("malformed")
    triples = []
    for piece in re.findall(r"[+-][^+-]+", text):
        head = re.match(r"[+-][0-9]*", piece).group()
        number = int(head if len(head) > 1 else head + "1")
        rest = piece[len(head) :]
        power = 0 if not rest else 1 if len(rest) == 1 else int(rest[2:])
        triples.append((power, number, rest[:1]))
    if len({name for _, _, name in triples if name}) > 1:
        raise ValueError("two names")
    return triples


def name_of(*polynomials):
    names = {name for triples in polynomials for _, _, name in triples if name}
    if len(names) > 1:
        raise ValueError("two names")
    return names.pop() if names else ""


def write(triples, name):
    text = ""
    ordered = sorted(triples, key=lambda triple: triple[0], reverse=True)
    for power, group in groupby(ordered, key=lambda triple: triple[0]):
        number = sum(triple[1] for triple in group)
        if number == 0:
            continue
        sign = ("-" if number < 0 else "") if not text else (" - " if number < 0 else " + ")
        shown = "" if power and abs(number) == 1 else str(abs(number))
        text += sign + shown + (name if power else "") + (f"^{power}" if power > 1 else "")
    return text if text else "0"


def add(one, other):
    first, second = terms_of(one), terms_of(other)
    return write(first + second, name_of(first, second))


def cross(first, second):
    table = {}
    for power, number, _ in first:
        for more, factor, _ in second:
            table[power + more] = table.get(power + more, 0) + number * factor
    return [(power, number, "") for power, number in table.items()]


def multiply(one, other):
    first, second = terms_of(one), terms_of(other)
    return write(cross(first, second), name_of(first, second))


def substitute(outer, inner):
    first, second = terms_of(outer), terms_of(inner)
    result = []
    for power, number, _ in first:
        raised = reduce(lambda so_far, _: cross(so_far, second), range(power), [(0, number, "")])
        result.extend(raised)
    return write(result, name_of(second))


def derive(text, times=1):
    triples = terms_of(text)
    if times < 0:
        raise ValueError("a negative number of times")
    step = lambda now, _: [(power - 1, power * number, "") for power, number, _ in now if power > 0]
    return write(reduce(step, range(times), triples), name_of(triples))
