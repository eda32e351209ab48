# Dates by the module datetime, work days by the difference of two counts from the beginning.
from datetime import date as Day

FIRST, LAST = Day(1, 1, 1), Day(9999, 12, 31)


def parsed(text):
    if not (text.isascii() and len(text) == 10):
        raise ValueError(text)
    year, first, month, second, day = text[:4], text[4], text[5:7], text[7], text[8:]
    if first + second != "--" or not (year.isdecimal() and month.isdecimal() and day.isdecimal()):
        raise ValueError(text)
    return Day(int(year), int(month), int(day))


def day_number(date):
    return (parsed(date) - FIRST).days + 1


def add_days(date, count):
    number = day_number(date) + count
    if number < 1 or number > LAST.toordinal():
        raise ValueError("outside of the calendar")
    return str(Day.fromordinal(number))


def add_months(date, count):
    start = parsed(date)
    months = start.year * 12 + (start.month - 1)
    target = months + count
    if target < 12 or target > 9999 * 12 + 11:
        raise ValueError("outside of the calendar")
    ends = start.toordinal() == end_of(months)
    if ends:
        return str(Day.fromordinal(end_of(target)))
    begin = Day(target // 12, target % 12 + 1, 1).toordinal()
    return str(Day.fromordinal(min(begin + start.day - 1, end_of(target))))


def end_of(months):
    if months == 9999 * 12 + 11:
        return LAST.toordinal()
    months += 1
    return Day(months // 12, months % 12 + 1, 1).toordinal() - 1


def up_to(number, free):
    full, rest = divmod(number, 7)
    return full * 5 + min(rest, 5) - len([day for day in free if day <= number])


def work_days(first, last, free_days):
    free = {parsed(text).toordinal() for text in free_days if parsed(text).isoweekday() <= 5}
    return up_to(day_number(last) - 1, free) - up_to(day_number(first) - 1, free)
