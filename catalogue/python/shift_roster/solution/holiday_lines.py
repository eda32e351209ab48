"""Reads the lines that say when there are holidays."""

import re

from day_numbers import month_length

NAME = re.compile("[a-z][a-z0-9_]*")
NUMBER = re.compile("[0-9]{2}")
OFFSET = re.compile("[0-9]{1,2}")
ORDINALS = ("first", "second", "third", "fourth", "last")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEAP_YEAR = 2000


class Line:
    """Of kind "day" with a month and a day, "nth" with an ordinal, a weekday and a month, or "beside" with a name and days."""

    def __init__(self, kind, values, moves):
        self.kind = kind
        self.values = values
        self.moves = moves


def read_month(text):
    if not NUMBER.fullmatch(text) or not 1 <= int(text) <= 12:
        raise ValueError(f"{text} is no month")
    return int(text)


def read_rule(words):
    if len(words) == 1:
        month, _, day = words[0].partition("-")
        month = read_month(month)
        if not NUMBER.fullmatch(day) or not 1 <= int(day) <= month_length(LEAP_YEAR, month):
            raise ValueError(f"{words[0]} is no day")
        return "day", (month, int(day))
    if len(words) != 3:
        raise ValueError(f"{' '.join(words)} says no day")
    first, second, third = words
    if second in ("+", "-"):
        if not OFFSET.fullmatch(third) or not NAME.fullmatch(first):
            raise ValueError(f"{' '.join(words)} says no day")
        return "beside", (first, int(second + third))
    if first not in ORDINALS or second not in WEEKDAYS:
        raise ValueError(f"{' '.join(words)} says no day")
    return "nth", (ORDINALS.index(first), WEEKDAYS.index(second), read_month(third))


def read_line(words):
    moves = words[-1] == "moves"
    rule = words[2:-1] if moves else words[2:]
    if not NAME.fullmatch(words[0]) or words[1:2] != ["="]:
        raise ValueError(f"{' '.join(words)} is no line of holidays")
    return Line(*read_rule(rule), moves)


def read_lines(text):
    lines = {}
    for line in text.split("\n"):
        words = line.partition("#")[0].split()
        if words:
            if words[0] in lines:
                raise ValueError(f"{words[0]} is given twice")
            lines[words[0]] = read_line(words)
    for name in lines:
        follow(lines, name)
    return lines


def follow(lines, name):
    """Refuses a day that stands beside itself or beside one that is nowhere."""
    met = set()
    while lines[name].kind == "beside":
        met.add(name)
        name = lines[name].values[0]
        if name not in lines or name in met:
            raise ValueError(f"nothing says when {name} is")
