# Years are taken to begin in March, so that the leap day is the last.
def read(date):
    good = len(date) == 10 and date[4] == "-" == date[7]
    digits = date[:4] + date[5:7] + date[8:]
    if not good or set(digits) - set("0123456789"):
        raise ValueError("form")
    parts = int(date[:4]), int(date[5:7]), int(date[8:])
    if parts[0] == 0 or civil(number_of(*parts)) != parts:
        raise ValueError("no such day")
    return parts


def number_of(year, month, day):
    shifted = (month + 9) % 12
    year -= month < 3
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * shifted + 2) // 5 + day - 306


def civil(number):
    days = number + 305
    era, rest = divmod(days, 146097)
    year = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    day = rest - (365 * year + year // 4 - year // 100)
    shifted = (5 * day + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return era * 400 + year + (month < 3), month, day - (153 * shifted + 2) // 5 + 1


def show(year, month, day):
    if year < 1 or year > 9999:
        raise ValueError("range")
    return "%04d-%02d-%02d" % (year, month, day)


def day_number(date):
    return number_of(*read(date))


def add_days(date, count):
    return show(*civil(day_number(date) + count))


def month_length(year, month):
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return number_of(*following, 1) - number_of(year, month, 1)


def add_months(date, count):
    year, month, day = read(date)
    whole = month_length(year, month)
    carry, place = divmod(month - 1 + count, 12)
    there = month_length(year + carry, place + 1)
    return show(year + carry, place + 1, there if day == whole else min(day, there))


def work_days(first, last, free_days):
    free = [day_number(date) for date in free_days]
    start, stop = day_number(first), day_number(last)
    low, high = min(start, stop), max(start, stop)
    count = 0
    for weekday in range(1, 6):
        count += (high - 1 - weekday) // 7 - (low - 1 - weekday) // 7
    count -= len({number for number in free if low <= number < high and 1 <= number % 7 <= 5})
    return count if start <= stop else -count
