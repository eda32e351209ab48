import re

LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year, month):
    return 29 if month == 2 and is_leap(year) else LENGTHS[month - 1]


def read_date(text):
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError("a date is YYYY-MM-DD")
    year, month, day = (int(part) for part in text.split("-"))
    if year == 0 or not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        raise ValueError("there is no such day")
    return year, month, day


def write_date(year, month, day):
    if not 1 <= year <= 9999:
        raise ValueError("the year is out of range")
    return f"{year:04}-{month:02}-{day:02}"


def day_number(text):
    year, month, day = read_date(text)
    past = year - 1
    number = past * 365 + past // 4 - past // 100 + past // 400
    for earlier in range(1, month):
        number += month_length(year, earlier)
    return number + day


def add_days(text, count):
    cycles, number = divmod(day_number(text) + count - 1, 146097)
    number += 1
    year, month = 1, 1
    while number > 365 + is_leap(year):
        number -= 365 + is_leap(year)
        year += 1
    while number > month_length(year, month):
        number -= month_length(year, month)
        month += 1
    return write_date(year + 400 * cycles, month, number)


def add_months(text, count):
    year, month, day = read_date(text)
    at_end = day == month_length(year, month)
    year, month = divmod(year * 12 + month - 1 + count, 12)
    month += 1
    length = month_length(year, month)
    return write_date(year, month, length if at_end else min(day, length))


def work_days(first, last, free_days):
    start, end = day_number(first), day_number(last)
    step = -1 if end < start else 1
    free = {day_number(day) for day in free_days}
    return step * sum(1 for number in range(start, end, step) if number % 7 not in (6, 0) and number not in free)
