# The module datetime knows the calendar.
import re
from calendar import monthrange
from datetime import MAXYEAR, date as Date, timedelta


def read(text):
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError("no date")
    return Date(*[int(part) for part in text.split("-")])


def day_number(date):
    return read(date).toordinal()


def add_days(date, count):
    number = read(date).toordinal() + count
    if not 1 <= number <= Date.max.toordinal():
        raise ValueError("out of range")
    return Date.fromordinal(number).isoformat()


def add_months(date, count):
    start = read(date)
    year, month = divmod(12 * start.year + start.month - 1 + count, 12)
    if not 1 <= year <= MAXYEAR:
        raise ValueError("out of range")
    most = monthrange(year, month + 1)[1]
    is_last = start.day == monthrange(start.year, start.month)[1]
    return Date(year, month + 1, most if is_last else min(most, start.day)).isoformat()


def work_days(first, last, free_days):
    begin, end = read(first), read(last)
    free = set(map(read, free_days))
    if end < begin:
        return -work_days(last, first, free_days)
    weeks, rest = divmod((end - begin).days, 7)
    count = 5 * weeks
    for step in range(rest):
        count += (begin + timedelta(days=7 * weeks + step)).weekday() < 5
    return count - len([day for day in free if begin <= day < end and day.weekday() < 5])
