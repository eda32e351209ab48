# A table of how many days have gone by before each month of 400 years.
from bisect import bisect_right
from itertools import accumulate


def is_leap(year):
    if year % 400 == 0:
        return True
    if year % 100 == 0:
        return False
    return year % 4 == 0


def sizes():
    for year in range(1, 401):
        yield from (31, 29 if is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


SIZES = list(sizes())
BEFORE = list(accumulate(SIZES, initial=0))
CYCLE = BEFORE[-1]


def months_of(date):
    """The months since the beginning and the day of the month, from 0."""
    parts = date.split("-")
    if list(map(len, parts)) != [4, 2, 2] or not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError("not a date")
    year, month, day = (int(part) - 1 for part in parts)
    months = 12 * year + month
    if year < 0 or not 0 <= month < 12 or not 0 <= day < SIZES[months % 4800]:
        raise ValueError("no such date")
    return months, day


def date_of(months, day):
    if not 0 <= months < 9999 * 12:
        raise ValueError("out of range")
    return f"{months // 12 + 1:04d}-{months % 12 + 1:02d}-{day + 1:02d}"


def day_number(date):
    months, day = months_of(date)
    return months // 4800 * CYCLE + BEFORE[months % 4800] + day + 1


def add_days(date, count):
    cycles, rest = divmod(day_number(date) - 1 + count, CYCLE)
    place = bisect_right(BEFORE, rest) - 1
    return date_of(cycles * 4800 + place, rest - BEFORE[place])


def add_months(date, count):
    months, day = months_of(date)
    last = SIZES[months % 4800] - 1
    reached = months + count
    end = SIZES[reached % 4800] - 1
    return date_of(reached, end if day == last or day > end else day)


def work_days(first, last, free_days):
    begin = day_number(first)
    end = day_number(last)
    numbers = {day_number(day) for day in free_days}
    if begin > end:
        return -count_between(end, begin, numbers)
    return count_between(begin, end, numbers)


def count_between(begin, end, free):
    total = end - begin
    saturdays = (end - 1 + 1) // 7 - (begin - 1 + 1) // 7
    sundays = (end - 1) // 7 - (begin - 1) // 7
    return total - saturdays - sundays - sum(1 for day in free if begin <= day < end and (day - 1) % 7 < 5)
