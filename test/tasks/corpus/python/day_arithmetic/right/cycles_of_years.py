# Days are divided into cycles of 400, 100, 4 and 1 years.
MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def split(date):
    if type(date) is not str or len(date) != 10:
        raise ValueError("length")
    for place, mark in enumerate(date):
        if (mark != "-") if place in (4, 7) else (mark not in "0123456789"):
            raise ValueError("character")
    year, month, day = int(date[0:4]), int(date[5:7]), int(date[8:10])
    if year == 0 or month == 0 or month > 12 or day == 0 or day > size(year, month):
        raise ValueError("value")
    return year, month, day


def size(year, month):
    leap = year % 400 == 0 if year % 100 == 0 else year % 4 == 0
    return 29 if month == 2 and leap else MONTHS[month - 1]


def day_number(date):
    year, month, day = split(date)
    cycles, years = divmod(year - 1, 400)
    hundreds, years = divmod(years, 100)
    fours, years = divmod(years, 4)
    number = cycles * 146097 + hundreds * 36524 + fours * 1461 + years * 365
    for before in range(1, month):
        number += size(year, before)
    return number + day


def add_days(date, count):
    number = day_number(date) + count - 1
    if number < 0:
        raise ValueError("too early")
    cycles, number = divmod(number, 146097)
    hundreds = min(number // 36524, 3)
    number -= hundreds * 36524
    fours, number = divmod(number, 1461)
    years = min(number // 365, 3)
    number -= years * 365
    year = cycles * 400 + hundreds * 100 + fours * 4 + years + 1
    if year > 9999:
        raise ValueError("too late")
    for month in range(1, 13):
        if number < size(year, month):
            return joined(year, month, number + 1)
        number -= size(year, month)


def joined(year, month, day):
    return "-".join([str(year).zfill(4), str(month).zfill(2), str(day).zfill(2)])


def add_months(date, count):
    year, month, day = split(date)
    at_end = day == size(year, month)
    month += count
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    if year < 1 or year > 9999:
        raise ValueError("outside")
    if at_end or day > size(year, month):
        day = size(year, month)
    return joined(year, month, day)


def work_days(first, last, free_days):
    start, end = day_number(first), day_number(last)
    taken = sorted({day_number(day) for day in free_days})
    if start > end:
        return -work_days(last, first, free_days)
    while_days = 0
    day = start
    while day < end and day % 7 != 1:
        while_days += day % 7 in (2, 3, 4, 5)
        day += 1
    if day < end:
        weeks = (end - day) // 7
        while_days += weeks * 5
        day += weeks * 7
        while day < end:
            while_days += day % 7 in (1, 2, 3, 4, 5)
            day += 1
    for number in taken:
        if start <= number < end and number % 7 in (1, 2, 3, 4, 5):
            while_days -= 1
    return while_days
