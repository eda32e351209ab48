# The last day of a month keeps its number where it can.
import re

LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def length(year, month):
    return LENGTHS[month - 1] + (month == 2 and leap(year))


def parse(date):
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", date):
        raise ValueError(date)
    year, month, day = map(int, date.split("-"))
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= length(year, month):
        raise ValueError(date)
    return year, month, day


def write(year, month, day):
    if not 1 <= year <= 9999:
        raise ValueError(year)
    return f"{year:04}-{month:02}-{day:02}"


def day_number(date):
    year, month, day = parse(date)
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + sum(length(year, m) for m in range(1, month)) + day


def from_number(number):
    if not 1 <= number <= 3652059:
        raise ValueError(number)
    low, high = 1, 9999
    while low < high:
        middle = (low + high + 1) // 2
        if day_number(f"{middle:04}-01-01") <= number:
            low = middle
        else:
            high = middle - 1
    rest = number - day_number(f"{low:04}-01-01")
    month = 1
    while rest >= length(low, month):
        rest -= length(low, month)
        month += 1
    return write(low, month, rest + 1)


def add_days(date, count):
    return from_number(day_number(date) + count)


def add_months(date, count):
    year, month, day = parse(date)
    last = day == length(year, month)
    months = year * 12 + month - 1 + count
    year, month = months // 12, months % 12 + 1
    most = length(year, month)
    return write(year, month, most if day > most else day)


def weekdays_before(number):
    """How many of the days before this one are no weekend."""
    weeks, rest = divmod(number - 1, 7)
    return weeks * 5 + min(rest, 5)


def work_days(first, last, free_days):
    begin, end = day_number(first), day_number(last)
    free = {day_number(date) for date in free_days}
    if end < begin:
        begin, end = end, begin
        sign = -1
    else:
        sign = 1
    busy = sum(begin <= number < end and number % 7 not in (6, 0) for number in free)
    return sign * (weekdays_before(end) - weekdays_before(begin) - busy)
