# Counters of exponents and one whole-text check.
import re
from collections import Counter

TERM = r"(?:[0-9]+|[0-9]*[a-z](?:\^[0-9]+)?)"
WHOLE = re.compile(rf"[+-]?{TERM}(?:[+-]{TERM})*")


def load(text):
    packed = "".join(text.split(" "))
    if not WHOLE.fullmatch(packed):
        raise ValueError("no polynomial")
    names = set(re.findall("[a-z]", packed))
    if len(names) > 1:
        raise ValueError("more than one variable")
    counter = Counter()
    for sign, number, name, exponent in re.findall(r"([+-]?)([0-9]*)([a-z]?)\^?((?<=\^)[0-9]+)?", packed):
        if number or name:
            power = (int(exponent) if exponent else 1) if name else 0
            counter[power] += int(sign + (number or "1"))
    return counter, max(names, default=None)


def store(counter, name):
    text = ""
    for power, number in sorted(counter.items(), key=lambda item: -item[0]):
        if not number:
            continue
        text += "+-"[number < 0]
        if power == 0 or abs(number) != 1:
            text += str(abs(number))
        if power:
            text += name
        if power > 1:
            text += "^" + str(power)
    if text[:1] == "+":
        text = text[1:]
    head, tail = text[:1], text[1:]
    return head + tail.replace("+", " + ").replace("-", " - ") if text else "0"


def agree(first, second):
    names = {first, second} - {None}
    if len(names) == 2:
        raise ValueError("the variables differ")
    return next(iter(names), None)


def add(one, other):
    a, name = load(one)
    b, second = load(other)
    name = agree(name, second)
    for power in b:
        a[power] += b[power]
    return store(a, name)


def mul(a, b):
    result = Counter()
    for power in a:
        for more in b:
            result[power + more] += a[power] * b[more]
    return result


def multiply(one, other):
    a, name = load(one)
    b, second = load(other)
    return store(mul(a, b), agree(name, second))


def substitute(outer, inner):
    a, _ = load(outer)
    b, name = load(inner)
    result = Counter()
    powers = {0: Counter({0: 1})}
    for power in range(1, max(a) + 1):
        powers[power] = mul(powers[power - 1], b)
    for power, number in a.items():
        for place, factor in powers[power].items():
            result[place] += number * factor
    return store(result, name)


def derive(text, times=1):
    counter, name = load(text)
    if times < 0:
        raise ValueError("negative times")
    result = Counter()
    for power, number in counter.items():
        if power >= times:
            for factor in range(power - times + 1, power + 1):
                number *= factor
            result[power - times] = number
    return store(result, name)
