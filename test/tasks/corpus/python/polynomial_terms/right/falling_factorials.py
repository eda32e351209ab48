# Derivatives by falling factorials, powers by repeated squaring with defaultdicts.
import re
from collections import defaultdict
from math import perm

PIECE = re.compile(r"(?P<sign>[+-])(?P<number>[0-9]+)?(?P<name>[a-z])?(?:(?<=[a-z])\^(?P<power>[0-9]+))?")


def read(text):
    text = text.replace(" ", "")
    if text[:1] not in ("+", "-"):
        text = "+" + text
    numbers, name, place = defaultdict(int), None, 0
    while place < len(text):
        piece = PIECE.match(text, place)
        if piece is None or not (piece["number"] or piece["name"]):
            raise ValueError(text)
        if piece["name"]:
            if name and name != piece["name"]:
                raise ValueError(text)
            name = piece["name"]
        power = int(piece["power"] or 1) if piece["name"] else 0
        numbers[power] += int(piece["sign"] + (piece["number"] or "1"))
        place = piece.end()
    return numbers, name


def write(numbers, name):
    powers = [power for power, number in numbers.items() if number]
    powers.sort(reverse=True)
    out = ["-" if powers and numbers[powers[0]] < 0 else ""]
    for place, power in enumerate(powers):
        if place:
            out.append(" - " if numbers[power] < 0 else " + ")
        number = abs(numbers[power])
        if number > 1 or power == 0:
            out.append(str(number))
        out.append(name * (power > 0) if name else "")
        out.append(f"^{power}" if power > 1 else "")
    return "".join(out) if powers else "0"


def same_name(one, other):
    if one is not None and other is not None and one != other:
        raise ValueError((one, other))
    return one if other is None else other


def add(one, other):
    numbers, name = read(one)
    more, other_name = read(other)
    for power, number in more.items():
        numbers[power] += number
    return write(numbers, same_name(name, other_name))


def mul(one, other):
    result = defaultdict(int)
    for power, number in one.items():
        for more, factor in other.items():
            result[power + more] += number * factor
    return result


def multiply(one, other):
    (first, name), (second, other_name) = read(one), read(other)
    return write(mul(first, second), same_name(name, other_name))


def raised(base, power):
    result = {0: 1}
    while power:
        if power & 1:
            result = mul(result, base)
        base = mul(base, base) if power > 1 else base
        power >>= 1
    return result


def substitute(outer, inner):
    (first, _), (second, name) = read(outer), read(inner)
    result = defaultdict(int)
    for power, number in first.items():
        if number:
            for place, factor in raised(second, power).items():
                result[place] += number * factor
    return write(result, name)


def derive(text, times=1):
    numbers, name = read(text)
    if times < 0:
        raise ValueError(times)
    return write({power - times: number * perm(power, times) for power, number in numbers.items() if power >= times}, name)
