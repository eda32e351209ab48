# The date of a number is searched for by bisection over year, month and day.
from bisect import bisect_left

DAYS = {1: 31, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def days(year, month):
    return DAYS.get(month) or 28 + (year % 4 == 0) - (year % 100 == 0) + (year % 400 == 0)


def take(date):
    pieces = date.split("-")
    if len(pieces) != 3 or len(date) != 10 or len(pieces[0]) != 4 or len(pieces[1]) != 2:
        raise ValueError("shape")
    for piece in pieces:
        if piece.strip("0123456789"):
            raise ValueError("digits")
    year, month, day = map(int, pieces)
    if year < 1 or month < 1 or month > 12 or day < 1 or day > days(year, month):
        raise ValueError("no such date")
    return year, month, day


def number(year, month, day):
    years = year - 1
    return sum((365 * years, years // 4, -(years // 100), years // 400, sum(days(year, m) for m in range(1, month)), day))


def put(year, month, day):
    return str(10000 + year)[1:] + "-" + str(100 + month)[1:] + "-" + str(100 + day)[1:]


class Numbers:
    """The numbers of the first days of all years, for bisect."""

    def __len__(self):
        return 9999

    def __getitem__(self, place):
        return number(place + 1, 1, 1)


def day_number(date):
    return number(*take(date))


def add_days(date, count):
    wanted = day_number(date) + count
    if not 0 < wanted <= number(9999, 12, 31):
        raise ValueError("out of range")
    year = bisect_left(Numbers(), wanted + 1)
    month = max(m for m in range(1, 13) if number(year, m, 1) <= wanted)
    return put(year, month, wanted - number(year, month, 1) + 1)


def add_months(date, count):
    year, month, day = take(date)
    full = day == days(year, month)
    index = year * 12 + month + count - 13
    if index not in range(9999 * 12):
        raise ValueError("out of range")
    year, month = index // 12 + 1, index % 12 + 1
    while not full and day > days(year, month):
        day -= 1
    return put(year, month, days(year, month) if full else day)


def work_days(first, last, free_days):
    free = [take(day) for day in free_days]
    start, stop = take(first), take(last)
    if stop < start:
        return -work_days(last, first, free_days)
    span = number(*stop) - number(*start)
    offset = (number(*start) - 1) % 7
    whole, part = divmod(offset + span, 7)
    work = whole * 5 + min(part, 5) - min(offset, 5)
    holidays = {day for day in free if start <= day < stop and (number(*day) - 1) % 7 < 5}
    return work - len(holidays)
