"""Finds the days on which the holidays of a year are."""

from day_numbers import is_weekend, month_length, number_of, weekday, year_of


def day_in(lines, name, year):
    """The number of the holiday's day as its line has it for a year, or None where the year has no such day."""
    line = lines[name]
    if line.kind == "day":
        month, day = line.values
        return number_of(year, month, day) if day <= month_length(year, month) else None
    if line.kind == "nth":
        return nth_weekday(year, *line.values)
    other, days = line.values
    number = day_in(lines, other, year)
    return None if number is None else number + days


def nth_weekday(year, ordinal, wanted, month):
    """ordinal is 0 for the first to 3 for the fourth, 4 for the last."""
    if ordinal == 4:
        end = number_of(year, month, month_length(year, month))
        return end - (weekday(end) - wanted) % 7
    start = number_of(year, month, 1)
    return start + (wanted - weekday(start)) % 7 + 7 * ordinal


def holidays_in(lines, year):
    """Pairs of a day's number and a name, by day, of equals by the order of lines."""
    kept, moving = [], []
    for place, name in enumerate(lines):
        for base in (year - 1, year, year + 1):
            number = day_in(lines, name, base)
            if number is not None:
                moves = lines[name].moves and is_weekend(number)
                (moving if moves else kept).append((number, place, name))
    taken = {number for number, _, _ in kept}
    for number, place, name in sorted(moving):
        while is_weekend(number) or number in taken:
            number += 1
        taken.add(number)
        kept.append((number, place, name))
    return [(number, name) for number, _, name in sorted(kept) if year_of(number) == year]


class Holidays:
    """Remembers the holidays of the years that were asked for."""

    def __init__(self, lines):
        self.lines = lines
        self.years = {}

    def __contains__(self, number):
        year = year_of(number)
        if year not in self.years:
            self.years[year] = {day for day, _ in holidays_in(self.lines, year)}
        return number in self.years[year]
