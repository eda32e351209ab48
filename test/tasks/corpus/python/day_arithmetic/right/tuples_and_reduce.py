# Months are folded, work days counted week by week.
import re
from functools import reduce

SHAPE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


def leaps_up_to(year):
    return year // 4 - year // 100 + year // 400


def span(year, month):
    if month == 2:
        return 28 + leaps_up_to(year) - leaps_up_to(year - 1)
    return 30 + (month + month // 8) % 2


def to_parts(date):
    found = SHAPE.fullmatch(date)
    if not found:
        raise ValueError("that is no date")
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    if not (year and 1 <= month <= 12 and 1 <= day <= span(year, month)):
        raise ValueError("that date does not exist")
    return year, month, day


def to_text(year, month, day):
    if 0 < year < 10**4:
        return f"{year:04d}-{month:02d}-{day:02d}"
    raise ValueError("that is too far away")


def day_number(date):
    year, month, day = to_parts(date)
    return reduce(lambda total, other: total + span(year, other), range(1, month), 365 * (year - 1) + leaps_up_to(year - 1) + day)


def add_days(date, count):
    wanted = day_number(date) + count
    year = (wanted * 400) // 146097 + 2
    while 365 * (year - 1) + leaps_up_to(year - 1) >= wanted:
        year -= 1
    rest = wanted - 365 * (year - 1) - leaps_up_to(year - 1)
    for month in range(1, 13):
        if rest <= span(year, month):
            return to_text(year, month, rest)
        rest -= span(year, month)


def add_months(date, count):
    year, month, day = to_parts(date)
    then = (year + (month - 1 + count) // 12, (month - 1 + count) % 12 + 1)
    if day == span(year, month):
        return to_text(*then, span(*then))
    return to_text(*then, min(day, span(*then)))


def work_days(first, last, free_days):
    begin, end = day_number(first), day_number(last)
    free = {day_number(day) for day in free_days}
    low, high = sorted((begin, end))
    free = {day for day in free if low <= day < high and day % 7 in {1, 2, 3, 4, 5}}
    first_monday = low + (1 - low) % 7
    if first_monday >= high:
        count = sum(day % 7 in {1, 2, 3, 4, 5} for day in range(low, high))
    else:
        weeks, tail = divmod(high - first_monday, 7)
        count = max(0, first_monday - low - 2) + 5 * weeks + min(tail, 5)
    count -= len(free)
    return count if begin == low else -count
