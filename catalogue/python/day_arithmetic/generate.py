"""Dates of every kind of year and month, days and months added in both directions, and spans with free days."""

TRY = "def tried(function, *given):\n    try: return function(*given)\n    except Exception as error: return type(error).__name__\n"
LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
YEARS = [1, 4, 100, 399, 400, 1582, 1600, 1700, 1899, 1900, 1999, 2000, 2001, 2023, 2024, 2100, 2400, 9996, 9999]


def length(year, month):
    return 29 if month == 2 and year % 4 == 0 and (year % 100 or year % 400 == 0) else LENGTHS[month - 1]


def date(rng, years=YEARS, months=range(1, 13), near_end=0.3):
    year, month = rng.choice(years), rng.choice(months)
    most = length(year, month)
    day = rng.choice([1, most, most - 1]) if rng.random() < near_end else rng.randint(1, most)
    return f"{year:04}-{month:02}-{day:02}"


def any_year(rng):
    return date(rng, [rng.randint(1, 9999)])


def numbered(rng):
    return f"day_number({rng.choice([date, any_year])(rng)!r})"


def numbered_in_february_and_march(rng):
    return f"day_number({date(rng, months=[2, 2, 3], near_end=0.8)!r})"


def impossible_day(rng):
    year, month = rng.choice(YEARS), rng.randint(1, 12)
    bad = [f"{year:04}-{month:02}-{length(year, month) + 1:02}", f"{year:04}-{month:02}-00", f"{year:04}-13-01", f"{year:04}-00-10", "0000-01-01", f"{year:04}-02-30", f"{year:04}-{month:02}-32"]
    return written(rng, rng.choice(bad))


def written_otherwise(rng):
    bad = ["2024-1-01", "2024-01-1", "24-01-01", "2024/01/01", "20240101", "2024-01-01 ", " 2024-01-01", "", "2024-01", "-024-01-01", "2024-01-01-", "2024-+1-01", "today", "12024-01-01", "2024-01-0a", "2024 01 01"]
    return written(rng, rng.choice(bad))


def written(rng, bad):
    form = rng.choice(["day_number({!r})", "add_days({!r}, 1)", "add_months({!r}, 0)", "work_days({!r}, '2024-01-01', [])", "work_days('2024-01-01', {!r}, [])", "work_days('2024-01-01', '2024-01-31', ['2024-01-02', {!r}])"])
    return form.format(bad)


def leap_days(rng):
    year = rng.choice([4, 100, 200, 400, 1900, 2000, 2100, 2023, 2024, 2400, rng.randint(1, 2500) * 4 - 1, rng.randint(1, 99) * 100])
    return f"{rng.choice(['day_number', 'day_number', 'add_days'])}".replace("add_days", "(lambda day: add_days(day, 1))") + f"('{year:04}-02-29')"


def a_few_days(rng):
    return f"add_days({date(rng)!r}, {rng.randint(-40, 40)})"


def no_days(rng):
    return f"add_days({date(rng, near_end=0.7)!r}, {rng.choice([0, 0, 1, -1])})"


def many_days(rng):
    return f"add_days({date(rng, [rng.randint(1200, 3000)])!r}, {rng.choice([rng.randint(-400000, 400000), 365, 366, -365, -366, 1461, 36524, 146097, -146097])})"


def across_years(rng):
    return f"add_days({date(rng, months=[1, 12], near_end=0.9)!r}, {rng.choice([1, -1, rng.randint(-70, 70)])})"


def out_of_range(rng):
    return rng.choice([
        f"add_days('0001-01-{rng.randint(1, 9):02}', {-rng.randint(0, 12)})", f"add_days('9999-12-{rng.randint(20, 31)}', {rng.randint(0, 15)})",
        f"add_months('0001-{rng.randint(1, 12):02}-31'.replace('-31', '-15'), {-rng.randint(1, 14)})", f"add_months('9999-{rng.randint(1, 12):02}-10', {rng.randint(1, 14)})",
        f"add_days('2000-01-01', {rng.choice([-1, 1]) * rng.randint(10**6, 10**7)})", f"add_months('2000-01-01', {rng.choice([-1, 1]) * rng.randint(90000, 10**6)})"])


def a_few_months(rng):
    return f"add_months({date(rng, [*range(1890, 2110)], near_end=0.2)!r}, {rng.randint(-30, 30)})"


def months_from_an_end(rng):
    return f"add_months({date(rng, [1899, 1900, 1999, 2000, 2023, 2024, 2025], near_end=0.9)!r}, {rng.randint(-15, 15)})"


def months_to_february(rng):
    month = rng.randint(1, 12)
    return f"add_months('{rng.choice([1999, 2003, 2023])}-{month:02}-{rng.randint(27, length(2023, month)):02}', {14 - month + rng.choice([0, 12, 12, -12])})".replace("-02-27", "-02-28")


def months_from_february(rng):
    return f"add_months({date(rng, [1900, 2000, 2023, 2024], [2], 0.8)!r}, {rng.randint(-26, 26)})"


def whole_years(rng):
    return f"add_months({date(rng, near_end=0.5)!r}, {12 * rng.randint(-3, 8)})"


def free(rng, year, month, most):
    return [f"{year:04}-{month:02}-{rng.randint(1, 28):02}" for _ in range(rng.randint(0, most))]


def work_in_a_month(rng):
    year, month = rng.choice(YEARS), rng.randint(1, 12)
    one, other = (f"{year:04}-{month:02}-{rng.randint(1, 28):02}" for _ in range(2))
    return f"work_days({one!r}, {other!r}, {free(rng, year, month, 6)})"


def work_over_a_week(rng):
    start = date(rng, [2023, 2024, 2025])
    return f"work_days({start!r}, add_days({start!r}, {rng.randint(-9, 9)}), {[start] * rng.randint(0, 2)})"


def work_free_days_at_the_ends(rng):
    year, month = rng.choice([1999, 2023, 2024]), rng.randint(1, 12)
    one, other = (f"{year}-{month:02}-{rng.randint(1, 28):02}" for _ in range(2))
    return f"work_days({one!r}, {other!r}, {rng.choices([one, other], k=rng.randint(1, 3))})"


def work_over_years(rng):
    year = rng.randint(1, 9990)
    return f"work_days({date(rng, [year])!r}, {date(rng, [year + rng.randint(0, 2)])!r}, {[date(rng, [year, year + 1]) for _ in range(rng.randint(0, 5))]})"


def work_free_days_unchanged(rng):
    year, month = rng.choice(YEARS), rng.randint(1, 12)
    return f"free = {free(rng, year, month, 4)}\n[work_days('{year:04}-{month:02}-01', '{year:04}-{month:02}-28', free), free]"


def each_day_in_turn(rng):
    return f"[add_days({date(rng, [1899, 2000, 2023, 2024])!r}, step) for step in range({-rng.randint(0, 40)}, {rng.randint(1, 40)}, {rng.randint(1, 7)})]"


def each_month_in_turn(rng):
    return f"[add_months({date(rng, [1899, 2000, 2023, 2024], near_end=0.6)!r}, step) for step in range({-rng.randint(0, 14)}, {rng.randint(1, 14)})]"


def nearly_written(rng):
    """Texts that look like dates, in all places for dates."""
    bad = rng.sample(["2024-01-01\n", "2024-01-01\r", "2024-01-01\r\n", "\n2024-01-01"], 3) + rng.sample(["\u0662\u0660\u0662\u0664-01-01", "2024-01-0\u0661", "2024-\uff101-01", "2024-01-01\n", "2024-01-01\r", "\n2024-01-01", "2024\u221201\u221201", "2024-01-1\u00b2", "2024-01-\u00b9\u00b9", "2024-01-01\0", "2024-1-001", "2024--1-01", "02024-1-1", "2024-01- 1", "2024-01-+1", "2024_01_01", "+024-01-01"], 7)
    given = rng.choice(["(day_number, text)", "(add_days, text, 1)", "(add_months, text, 1)", "(work_days, text, '2024-02-01', [])", "(work_days, '2024-02-01', '2024-03-01', [text])"])
    return f"{TRY}[tried{given} for text in {bad!r}]"


def at_the_ends_of_time(rng):
    """Just within the range and just outside, by days and by months."""
    day, month = rng.randint(1, 31), rng.randint(1, 12)
    calls = [f"(add_days, '0001-01-{day:02}', count) for count in range({-day - 1}, {3 - day})", f"(add_days, '9999-12-{day:02}', count) for count in range({30 - day}, {34 - day})",
             f"(add_months, '0001-{month:02}-{min(day, 28):02}', count) for count in range({-month - 1}, {3 - month})", f"(add_months, '9999-{month:02}-{min(day, 28):02}', count) for count in range({10 - month}, {15 - month})"]
    return TRY + "[" + ", ".join(f"[tried{one}]" for one in calls) + "]"


def centuries(rng):
    """Years that hundreds divide: by four hundred, by a thousand, of long ago."""
    years = [*rng.sample(range(1000, 10000, 1000), 4), *rng.sample(range(400, 10000, 400), 2), *rng.sample(range(100, 10000, 100), 2), rng.choice([4, 100, 200, 300]), 100]
    rng.shuffle(years)
    return f"{TRY}[(day_number(f'{{year:04}}-03-01'), add_days(f'{{year:04}}-02-28', 1), tried(day_number, f'{{year:04}}-02-29')) for year in {years[: rng.randint(7, 10)]}]"


def impossible_dates(rng):
    """Every kind of date that there is not, in all places for dates, also where it would not matter."""
    year, month = rng.choice(YEARS), rng.randint(1, 12)
    bad = [f"{year:04}-{month:02}-{length(year, month) + 1:02}", f"{year:04}-{month:02}-00", f"{year:04}-13-01", f"{year:04}-00-10", "0000-01-01", f"0000-12-{rng.randint(10, 31)}", f"{year:04}-02-30", "0000-02-29"]
    given = rng.choice(["(day_number, text)", "(add_days, text, 400)", "(add_months, text, 12)", "(work_days, text, '0001-01-01', [])", "(work_days, '2024-03-01', '2024-03-05', ['2024-03-04', text])", "(work_days, '2024-03-01', '2024-03-01', [text])"])
    return f"{TRY}[tried{given} for text in {bad!r}] + [tried(work_days, '2024-03-01', '2024-03-05', [text]) for text in {bad[:3]!r}]"


def free_days_given_again(rng):
    year, month = rng.choice(YEARS), rng.randint(1, 12)
    days = [f"{year:04}-{month:02}-{day:02}" for day in rng.sample(range(1, 29), 5)]
    days += rng.choices(days, k=4)
    return f"[work_days('{year:04}-{month:02}-01', '{year:04}-{month:02}-28', {days}), work_days('{year:04}-{month:02}-28', '{year:04}-{month:02}-03', {days})]"


def ends_of_months(rng):
    """From the last days of several months by several counts: the last stays the last, others keep their number."""
    dates = []
    for _ in range(rng.randint(4, 6)):
        year, month = rng.choice([1899, 1900, 2000, 2023, 2024]), rng.randint(1, 12)
        dates.append(f"{year}-{month:02}-{length(year, month) - rng.choice([0, 0, 1, 2]):02}")
    return f"[add_months(date, count) for date in {dates} for count in {sorted(rng.sample(range(-14, 15), 5))}]"


STRATA = [
    numbered, numbered_in_february_and_march, impossible_day, written_otherwise, leap_days, a_few_days, no_days, many_days,
    across_years, out_of_range, a_few_months, months_from_an_end, months_to_february, months_from_february, whole_years,
    work_in_a_month, work_over_a_week, work_free_days_at_the_ends, work_over_years, work_free_days_unchanged,
    each_day_in_turn, each_month_in_turn,
    nearly_written, at_the_ends_of_time, centuries,
    impossible_dates, free_days_given_again, ends_of_months,
]
