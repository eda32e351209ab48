# Days are added by going over whole years and then months.
def leap_year(year):
    return not year % 4 and (bool(year % 100) or not year % 400)


def month_days(year):
    return [31, 29 if leap_year(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def fields(date):
    form = "".join("d" if mark in "0123456789" else mark for mark in date)
    if form != "dddd-dd-dd":
        raise ValueError("form")
    year, month, day = (int(field) for field in date.split("-"))
    if not year or month not in range(1, 13) or day not in range(1, month_days(year)[month - 1] + 1):
        raise ValueError("range")
    return [year, month, day]


def day_of_year(year, month, day):
    return sum(month_days(year)[: month - 1]) + day


def day_number(date):
    year, month, day = fields(date)
    leaps = sum((year - 1) // step * sign for step, sign in ((4, 1), (100, -1), (400, 1)))
    return 365 * (year - 1) + leaps + day_of_year(year, month, day)


def add_days(date, count):
    year, month, day = fields(date)
    day = day_of_year(year, month, day) + count
    cycles, day = divmod(day - 1, 146097)
    year += 400 * cycles
    day += 1
    while day > 365 + leap_year(year):
        day -= 365 + leap_year(year)
        year += 1
    month = 0
    while day > month_days(year)[month]:
        day -= month_days(year)[month]
        month += 1
    return text(year, month + 1, day)


def text(year, month, day):
    if year not in range(1, 10000):
        raise ValueError("result")
    return f"{year:0>4}-{month:0>2}-{day:0>2}"


def add_months(date, count):
    year, month, day = fields(date)
    last = day == month_days(year)[month - 1]
    more, place = divmod(month - 1 + count, 12)
    days = month_days(year + more)[place]
    return text(year + more, place + 1, days if last or days < day else day)


def work_days(first, last, free_days):
    free = set()
    for date in free_days:
        free.add(day_number(date))
    begin, end = day_number(first), day_number(last)
    if begin > end:
        begin, end, turn = end, begin, -1
    else:
        turn = 1
    pattern = [1, 1, 1, 1, 1, 0, 0]
    total = (end - begin) // 7 * 5
    for step in range((end - begin) % 7):
        total += pattern[(begin - 1 + step) % 7]
    for number in free:
        if number in range(begin, end):
            total -= pattern[(number - 1) % 7]
    return total * turn
