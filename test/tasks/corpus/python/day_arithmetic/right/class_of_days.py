# A class for a day that can be compared and moved.
import re
from functools import total_ordering


@total_ordering
class Day:
    def __init__(self, year, month, day):
        if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
            raise ValueError("there is no such day")
        self.parts = (year, month, day)

    @classmethod
    def read(cls, text):
        found = re.match(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z", text)
        if found is None:
            raise ValueError("no date")
        return cls(*map(int, found.groups()))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __str__(self):
        return "{:0>4}-{:0>2}-{:0>2}".format(*self.parts)

    def number(self):
        year, month, day = self.parts
        total = day
        for earlier in range(1, month):
            total += days_in(year, earlier)
        return total + days_before_year(year)

    def weekday(self):
        return (self.number() - 1) % 7


def days_before_year(year):
    full = year - 1
    return 365 * full + (full // 4 - full // 100 + full // 400)


def days_in(year, month):
    if month == 2:
        return 29 if days_before_year(year + 1) - days_before_year(year) == 366 else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_at(number):
    year = max(1, min(9999, number // 366 + 1))
    while year < 9999 and days_before_year(year + 1) < number:
        year += 1
    rest = number - days_before_year(year)
    if rest < 1:
        raise ValueError("before the first day")
    month = 1
    while month < 12 and rest > days_in(year, month):
        rest -= days_in(year, month)
        month += 1
    return Day(year, month, rest)


def day_number(date):
    return Day.read(date).number()


def add_days(date, count):
    return str(day_at(Day.read(date).number() + count))


def add_months(date, count):
    year, month, day = Day.read(date).parts
    ends = day == days_in(year, month)
    total = 12 * (year - 1) + (month - 1) + count
    year, month = total // 12 + 1, total % 12 + 1
    most = days_in(year, month)
    return str(Day(year, month, most if ends else min(day, most)))


def work_days(first, last, free_days):
    begin, end = Day.read(first), Day.read(last)
    free = [Day.read(day) for day in free_days]
    sign = 1
    if end < begin:
        begin, end, sign = end, begin, -1
    low, high = begin.number(), end.number()
    weeks, more = divmod(high - low, 7)
    worked = 5 * weeks + sum((low + step - 1) % 7 < 5 for step in range(more))
    seen = []
    for day in free:
        if begin <= day < end and day.weekday() < 5 and day not in seen:
            seen.append(day)
    return sign * (worked - len(seen))
