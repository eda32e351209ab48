"""Days as numbers, counted from 1 January of the year 1, which was a Monday."""

import re

DATE = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year, month):
    return LENGTHS[month - 1] + (month == 2 and is_leap(year))


def number_of(year, month, day):
    past = year - 1
    number = 365 * past + past // 4 - past // 100 + past // 400
    return number + sum(month_length(year, earlier) for earlier in range(1, month)) + day - 1


def year_of(number):
    year = number // 366 + 1
    while number_of(year + 1, 1, 1) <= number:
        year += 1
    return year


def read_date(text):
    found = DATE.fullmatch(text)
    if not found:
        raise ValueError(f"{text} is no date")
    year, month, day = (int(part) for part in found.groups())
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        raise ValueError(f"there is no {text}")
    return number_of(year, month, day)


def write_date(number):
    year = year_of(number)
    day = number - number_of(year, 1, 1) + 1
    month = 1
    while day > month_length(year, month):
        day -= month_length(year, month)
        month += 1
    return f"{year:04}-{month:02}-{day:02}"


def weekday(number):
    """0 for a Monday to 6 for a Sunday."""
    return number % 7


def is_weekend(number):
    return weekday(number) >= 5
