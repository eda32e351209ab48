"""Holidays of every kind round the ends of years and weekends, and rosters with absences, swaps and days given anew."""

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
ORDINALS = ["first", "second", "third", "fourth", "last"]
LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
YEARS = [1899, 1900, 1999, 2000, 2001, 2004, 2021, 2022, 2023, 2024, 2027, 2028, 2099, 2100]
NAMES = ["ann", "bob", "cem", "dag", "eva"]


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def later(date, days):
    """The date some days after (year, month, day)."""
    year, month, day = date
    day += days
    while day > (length := LENGTHS[month - 1] + (month == 2 and leap(year))):
        day -= length
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return year, month, day


def text_of(date):
    return "%04d-%02d-%02d" % date


def any_date(rng, year=None):
    month = rng.randint(1, 12)
    return (year or rng.choice(YEARS), month, rng.choice([1, 2, 15, LENGTHS[month - 1], rng.randint(1, LENGTHS[month - 1])]))


def span(rng, most, year=None):
    first = any_date(rng, year)
    return first, later(first, rng.randint(0, most))


def fixed(rng, month=None):
    month = month or rng.randint(1, 12)
    return "%02d-%02d" % (month, rng.choice([1, LENGTHS[month - 1], rng.randint(1, LENGTHS[month - 1])]))


def nth(rng, month=None):
    return f"{rng.choice(ORDINALS)} {rng.choice(WEEKDAYS)} {month or rng.randint(1, 12):02}"


def moving(rng, share=0.4):
    return " moves" if rng.random() < share else ""


def several(rng, least, most):
    lines = [f"h{place} = {rng.choice([fixed, nth])(rng)}{moving(rng)}" for place in range(rng.randint(least, most))]
    for place in range(rng.randint(0, 2)):
        lines.append(f"k{place} = h{rng.randrange(max(1, len(lines) - place))} {rng.choice('+-')} {rng.randint(0, 40)}{moving(rng)}" if lines else f"k{place} = 01-01")
    rng.shuffle(lines)
    return lines


def found(lines, *years):
    text = lines if isinstance(lines, str) else "\n".join(lines)
    return f"holidays({text!r}, {years[0]})" if len(years) == 1 else f"[holidays({text!r}, year) for year in {list(years)!r}]"


def any_holidays(rng):
    return found(several(rng, 1, 5), rng.choice(YEARS), rng.choice(YEARS))


def fixed_days(rng):
    return found([f"h{place} = {fixed(rng)}{moving(rng, 0.3)}" for place in range(rng.randint(1, 4))], *rng.sample(YEARS, 3))


def each_weekday(rng):
    weekday, month = rng.choice(WEEKDAYS), rng.randint(1, 12)
    return found([f"{ordinal} = {ordinal} {weekday} {month:02}" for ordinal in ORDINALS], *rng.sample(YEARS, 2))


def months_that_begin_or_end_on_the_day(rng):
    month = rng.randint(1, 12)
    return found([f"{weekday} = {rng.choice(['first', 'last', 'first', 'last', 'fourth'])} {weekday} {month:02}" for weekday in WEEKDAYS], rng.choice(YEARS))


def leap_days(rng):
    lines = ["l = 02-29" + moving(rng), f"p = 02-28{moving(rng, 0.2)}", *rng.sample(["m = 02-29 moves", "n = l + 1", "o = l - 1", "q = last tue 02", "r = 03-01", "s = p + 1", "u = last sat 02", "v = l + 2 moves"], rng.randint(1, 4))]
    rng.shuffle(lines)
    return found(lines, *rng.sample([1900, 1999, 2000, 2004, 2020, 2023, 2024, 2048, 2100], 3))


def beside_each_other(rng):
    lines = [f"a = {rng.choice([fixed, nth])(rng)}{moving(rng)}", f"b = a {rng.choice('+-')} {rng.randint(0, 45)}", f"c = b {rng.choice('+-')} {rng.randint(0, 9)}{moving(rng)}", f"d = {rng.choice('abc')} {rng.choice('+-')} {rng.choice([0, 1, 7, 99])}{moving(rng)}"]
    rng.shuffle(lines)
    return found(lines, *rng.sample(YEARS, 2))


def beside_what_moves(rng):
    """What stands beside a day that moves goes by where it was."""
    month = rng.randint(2, 11)
    day = rng.randint(1, 21)
    return found([f"a = {month:02}-{day:02} moves", f"b = a + {rng.randint(0, 3)}{moving(rng)}", f"c = b {rng.choice('+-')} {rng.randint(0, 3)}{moving(rng)}"], *[rng.choice([2021, 2022, 2023]) + place for place in (0, 3, 7)])


def close_together(rng):
    """Days that move meet such as stay, and each other."""
    month, day = rng.randint(1, 12), rng.randint(1, 20)
    lines = [f"{'abcdefgh'[place]} = {month:02}-{day + rng.randint(0, 6):02}{moving(rng, 0.7)}" for place in range(rng.randint(3, 7))]
    year = rng.randint(2018, 2026)
    return found(lines, year, year + 1)


def weekends_that_move(rng):
    year = rng.choice([2022, 2023, 2033, 2011, 2017])
    day = rng.choice([1, 24, 25, 30, 31])
    lines = [f"a = 12-{day:02} moves", f"b = {rng.choice(['12-25', '12-26', '01-01', '01-02', '12-31'])}{moving(rng, 0.8)}", f"c = {rng.choice(['a + 1', 'b + 1', 'a - 1', 'b - 1', '12-27', '01-03'])}{moving(rng, 0.8)}"]
    rng.shuffle(lines)
    return found(lines, year - 1, year, year + 1)


def on_one_day(rng):
    """Equal days stand in the order of lines."""
    month, day = rng.randint(1, 12), rng.randint(2, 28)
    lines = [f"z = {month:02}-{day:02}{moving(rng, 0.5)}", f"b = z + 0{moving(rng, 0.5)}", f"y = {month:02}-{day - 1:02}{moving(rng, 0.3)}", f"a = y + 1{moving(rng, 0.5)}"]
    rng.shuffle(lines)
    return found(lines, *rng.sample(YEARS, 2))


def ends_of_years(rng):
    lines = ["new = 01-01" + moving(rng), f"old = 12-31{moving(rng, 0.6)}", f"eve = new - {rng.choice([1, 2, 1, 7])}{moving(rng)}", f"after = old + {rng.choice([1, 2, 3])}{moving(rng)}"]
    year = rng.randint(2000, 2040)
    return found(rng.sample(lines[:2], 2) + rng.sample(lines[2:], rng.randint(0, 2)), year, year + 1)


def layouts(rng):
    lines = several(rng, 2, 3)
    text = rng.choice(["", "\n", "# all of them\n", "  \n"]) + "".join(rng.choice(["", " "]) + line.replace(" ", rng.choice([" ", "  ", "   "])) + rng.choice(["", "  ", " # moves", "#x = 01-01"]) + rng.choice(["\n", "\n\n", "\n # y = 02-02\n"]) for line in lines)
    return found(text, rng.choice(YEARS))


def malformed(rng):
    line = rng.choice([
        "x", "x =", "x = moves", "= 01-01", "x 01-01", "x == 01-01", "x = 1-01", "x = 01-1", "x = 13-01", "x = 00-10", "x = 01-00", "x = 02-30", "x = 04-31", "x = 01-32", "x = 01-011", "x = 0101", "x = 01/01", "x = 01-01-01", "x = 01-01 move", "x = 01-01 moves moves", "x = moves 01-01", "X = 01-01", "1x = 01-01", "_x = 01-01", "x-y = 01-01",
        "x = fifth mon 01", "x = first mon", "x = first 01 mon", "x = first monday 01", "x = First mon 01", "x = first mon 13", "x = first mon 1", "x = mon first 01", "x = first mon 00", "x = last sun 02 03", "x = a + 1", "x = k +", "x = k + -1", "x = k + 100", "x = k +1", "x = k+1", "x = k * 2", "x = + 1", "x = x + 1", "x = x - 0", "x = y + 1\ny = x - 1", "k = 02-02", "x = 01-01\nx = 01-02", "x = k + 1\ny = x + 1\nx = k + 2", "x = y + 1\ny = z + 1\nz = y + 1", "x = K + 1", "x = k 1", "x = 01-01 # fine\ny", "k = k + 1", "x = 1st mon 01", "x = 01-01 +", "x = k + 1 + 1", "x = k + 1.", "x = last mon 01 moves # y\nz z",
    ])
    text = "k = 05-05\n" + line if rng.random() < 0.7 else line + "\nk = 05-05"
    return rng.choice(["holidays({0!r}, 2024)", "workdays({0!r}, '2024-01-01', '2024-01-02')", "Roster({0!r}, ['ann'])", "holidays({0!r}, 2024)"]).format(text).replace("['ann'])", "['ann']).points()")


def odd_but_right(rng):
    lines = rng.sample(["a = k + 0", "b = k - 99", "c1_ = 12-31", "d = e + 5", "e = 02-29", "f = k + 07", "g = last sun 12 moves", "first = first mon 01", "mon = 03-03", "last = k - 1 moves", "h = first + 1", "i = k + 99 moves", "j = 09-30"], 4)
    if any("first +" in line for line in lines):
        lines = [line for line in lines if not line.startswith("first")] + ["first = first mon 01"]
    if any("e + 5" in line for line in lines):
        lines = [line for line in lines if not line.startswith("e ")] + ["e = 02-29"]
    return found(["k = 05-05", *lines], rng.choice(YEARS))


def days_counted(rng):
    lines = several(rng, 0, 4)
    spans = [tuple(text_of(date) for date in span(rng, rng.choice([0, 3, 10, 40, 300]), 2020)) for _ in range(2)]
    return "[" + ", ".join(f"workdays({chr(10).join(lines)!r}, {first!r}, {last!r})" for first, last in spans) + "]"


def days_round_a_holiday(rng):
    year, month, day = rng.randint(2015, 2030), rng.randint(1, 12), rng.randint(1, 20)
    text = f"h = {month:02}-{day + 2:02}{moving(rng)}\ni = h + {rng.randint(0, 3)}"
    spans = [(later((year, month, day), skipped), later((year, month, day), skipped + days)) for skipped, days in [(0, 0), (2, 0), (2, 1), (1, 1), (0, 6), (0, rng.randint(2, 9))]]
    return f"[workdays({text!r}, first, last) for first, last in {[(text_of(first), text_of(last)) for first, last in spans]!r}]"


def wrong_dates(rng):
    date = rng.choice(["2023-02-29", "2023-13-01", "2023-00-01", "2023-01-00", "2023-04-31", "2023-1-01", "2023-01-1", "23-01-01", "2023/01/01", "20230101", "", " 2023-01-01", "2023-01-01 ", "0000-01-01", "1900-02-29", "2100-02-29", "2000-02-29", "2024-02-29", "2023-01-32", "2023-12-31", "-2023-01-01", "2023-01-0a", "yesterday"])
    other = rng.choice(["2023-01-01", "2023-03-01", "2022-12-31"]) if date[:4] == "2023" else date
    first, last = rng.choice([(date, other), (other, date), (date, date)])
    return rng.choice([
        f"workdays('', {first!r}, {last!r})", f"r = Roster('', ['ann'])\nr.away('ann', {first!r}, {last!r})\nr.assign('2023-01-01', '2023-01-02')", f"Roster('', ['ann']).assign({date!r}, {date!r})", f"Roster('', ['ann']).swap({first!r}, {last!r})",
    ])


def ends_before_beginnings(rng):
    first, last = span(rng, 9, 2024)
    pair = (text_of(last), text_of(first))
    return rng.choice([f"workdays('', {pair[0]!r}, {pair[1]!r})", f"Roster('', ['ann']).assign({pair[0]!r}, {pair[1]!r})", f"Roster('', ['ann']).away('ann', {pair[0]!r}, {pair[1]!r})"])


def roster(text, people, steps):
    """A list of what each step gives, or of the name of what it raises."""
    return f"r = Roster({text!r}, {people!r})\ndef go(name, *given):\n    try: return getattr(r, name)(*given)\n    except (ValueError, KeyError) as error: return type(error).__name__\n[go(*step) for step in {steps!r}] + [r.points()]"


def staff(rng, least=1, most=5):
    return rng.sample(NAMES, rng.randint(least, most))


def around(rng, start, days):
    first = rng.randint(0, days)
    return text_of(later(start, first)), text_of(later(start, rng.randint(first, days)))


def beginning(rng):
    return rng.choice([(2024, 2, 26), (2023, 12, 27), (2024, 5, 1), (2025, 4, 17), (2000, 2, 28), (2026, 10, 30)])


def near(rng, start):
    """Holidays within a fortnight of the start."""
    days = sorted(rng.sample(range(12), rng.randint(0, 3)))
    return "\n".join(f"h{day} = {text_of(later(start, day))[5:]}{moving(rng)}" for day in days)


def days_given_out(rng):
    start = beginning(rng)
    return roster(near(rng, start), staff(rng), [("assign", text_of(start), text_of(later(start, rng.randint(3, 14))))])


def absences(rng):
    start, people = beginning(rng), staff(rng, 2, 4)
    return roster(near(rng, start), people, [*[("away", rng.choice(people), *around(rng, start, 10)) for _ in range(rng.randint(1, 4))], ("assign", text_of(start), text_of(later(start, 10)))])


def given_anew(rng):
    """Days are given out, then somebody turns out to be away."""
    start, people = beginning(rng), staff(rng, 2, 4)
    steps = [("assign", text_of(start), text_of(later(start, 8)))]
    for _ in range(rng.randint(1, 3)):
        steps += [("away", rng.choice(people), *around(rng, start, 8)), rng.choice([("assign", *around(rng, start, 9)), ("assign", text_of(start), text_of(later(start, 9))), ("days", rng.choice(people))])]
    return roster(near(rng, start), people, [*steps, *[("days", name) for name in people]])


def backwards(rng):
    """Later days are given out before earlier ones, and single days between."""
    start, people = beginning(rng), staff(rng, 2, 5)
    days = [rng.randint(0, 9) for _ in range(rng.randint(3, 7))]
    return roster(near(rng, start), people, [("assign", text_of(later(start, day)), text_of(later(start, day + rng.choice([0, 0, 1])))) for day in days] + [("assign", text_of(start), text_of(later(start, 10)))])


def who_is_first_of_equals(rng):
    start, people = beginning(rng), staff(rng, 3, 5)
    days = rng.sample(range(0, 12, 2), 4)
    return roster("", people, [("assign", text_of(later(start, day)), text_of(later(start, day))) for day in days] + [("assign", text_of(later(start, rng.randint(0, 4))), text_of(later(start, 11)))])


def swaps(rng):
    start, people = beginning(rng), staff(rng, 2, 5)
    steps = [("assign", text_of(start), text_of(later(start, 9)))]
    for _ in range(rng.randint(2, 5)):
        steps.append(("swap", text_of(later(start, rng.randint(0, 10))), text_of(later(start, rng.randint(0, 10)))))
    return roster(near(rng, start), people, [*steps, *[("days", name) for name in people]])


def swaps_with_absences(rng):
    start, people = beginning(rng), staff(rng, 3, 5)
    steps = [("assign", text_of(start), text_of(later(start, 7))), ("away", rng.choice(people), *around(rng, start, 7))]
    for _ in range(3):
        steps.append(("swap", text_of(later(start, rng.randint(0, 7))), text_of(later(start, rng.randint(0, 7)))))
    return roster("", people, [*steps, ("assign", text_of(start), text_of(later(start, 8))), *[("days", name) for name in people]])


def swaps_with_gaps(rng):
    """Days stand alone, so that more swaps are possible."""
    start, people = beginning(rng), staff(rng, 2, 4)
    days = sorted(rng.sample(range(12), 6))
    steps = [("assign", text_of(later(start, day)), text_of(later(start, day))) for day in days]
    for _ in range(4):
        one, other = rng.choice(days), rng.choice([*days, days[0], rng.randint(0, 12)])
        steps.append(("swap", text_of(later(start, one)), text_of(later(start, other))))
    return roster(near(rng, start), people, [*steps, *[("days", name) for name in people]])


def points(rng):
    start = beginning(rng)
    return roster(near(rng, start), staff(rng, 1, 3), [("assign", text_of(later(start, day)), text_of(later(start, day))) for day in rng.sample(range(14), rng.randint(1, 5))])


def unknown_people(rng):
    name = rng.choice(["bob", "Ann", "", "zoe", "ann"])
    return roster("", ["ann", "cem"], [("days", name), ("away", name, "2024-03-01", "2024-03-02"), ("assign", "2024-03-01", "2024-03-03"), ("days", name), ("days", "ann"), ("swap", "2024-03-01", rng.choice(["2024-03-03", "2024-03-09", "2024-02-30", "x"]))])


def few_people(rng):
    start = beginning(rng)
    people = rng.choice([[], ["ann"], ["ann"], ["ann", "bob"]])
    return roster(near(rng, start), people, [("assign", text_of(start), text_of(later(start, rng.randint(0, 6)))), ("swap", text_of(start), text_of(later(start, 2))), *[("days", name) for name in people]])


def nothing_changed_or_shared(rng):
    people = staff(rng, 2, 4)
    return f"people = {people!r}\nr = Roster('', people)\npeople.append('new')\nmade = r.assign('2024-03-01', '2024-03-0{rng.randint(2, 6)}')\nmade[0][1] = 'new'\nr.days({people[0]!r}).append('x')\nr.points()[{people[0]!r}] = 99\n[r.assign('2024-03-01', '2024-03-07'), r.points(), r.days({people[0]!r}), people]"


def long_spans(rng):
    start, people = beginning(rng), staff(rng, 3, 5)
    return f"r = Roster({near(rng, start)!r}, {people!r})\nmade = r.assign({text_of(start)!r}, {text_of(later(start, rng.randint(18, 30)))!r})\n[made[-1], len(made), r.points(), r.days({people[0]!r})[-2:]]"


def swaps_one_by_one(rng):
    """Swaps of a roster that is the same each time, after some cannot have the days they get."""
    people, start = rng.sample(NAMES, rng.choice([3, 4])), rng.randint(4, 9)
    days = [f"2024-03-{day:02}" for day in range(start, start + 9)]
    absences = [(name, days[at], days[at + 3]) for name in rng.sample(people, 3) for at in (rng.randint(0, 5),)]
    gone = [day for _, first, last in absences for day in days if first <= day <= last]
    pairs = [(rng.choice(gone), rng.choice(days)) for _ in range(8)]
    return (
        f"people, absences = {people!r}, {absences!r}\ndef tried(first, second):\n    r = Roster('', people)\n    r.assign({days[0]!r}, {days[-1]!r})\n    for one in absences: r.away(*one)\n"
        f"    try: r.swap(first, second)\n    except ValueError: return 'ValueError'\n    return [r.days(name) for name in people]\n[tried(*pair) for pair in {pairs!r}]"
    )


def away_only_counts_when_days_are_given(rng):
    people = rng.sample(NAMES, 3)
    absences = [(name, f"2024-06-{rng.randint(1, 5):02}", f"2024-06-{rng.randint(6, 12):02}") for name in rng.sample(people, 2)]
    return (
        f"r = Roster('', {people!r})\nout = [r.assign('2024-06-02', '2024-06-12')]\nfor one in {absences!r}:\n    r.away(*one)\n    out += [[r.days(name) for name in {people!r}], r.points()]\n"
        f"[*out, r.assign('2024-06-{rng.randint(4, 8):02}', '2024-06-10'), r.points()]"
    )


def holidays_at_weekends(rng):
    """Points of Saturdays and Sundays that are holidays."""
    days = rng.sample(["03-02", "03-09", "03-03", "03-10", "03-05"], 3)
    text = "\n".join(f"h{at} = {day}" for at, day in enumerate([rng.choice(["03-02", "03-09"]), *days]))
    people = rng.sample(NAMES, rng.choice([2, 3]))
    return f"r = Roster({text!r}, {people!r})\n[r.assign('2024-03-01', '2024-03-11'), r.points(), workdays({text!r}, '2024-02-28', '2024-03-12')]"


def later_lines_earlier_days(rng):
    """Lines stand in any order, and at weekends the earlier day moves first."""
    month, day = rng.choice([("05", 1), ("08", 10), ("12", 24), ("02", 20)])
    lines = [f"n{at} = {month}-{day + at:02} moves" for at in range(4)]
    lines = [*reversed(lines)] if rng.random() < 0.5 else rng.sample(lines, 4)
    return f"[holidays({chr(10).join(lines)!r}, year) for year in range({(start := rng.randint(1990, 2030))}, {start + 4})]"


STRATA = [
    any_holidays, fixed_days, each_weekday, months_that_begin_or_end_on_the_day, leap_days, beside_each_other, beside_what_moves, close_together,
    weekends_that_move, on_one_day, ends_of_years, layouts, malformed, odd_but_right, days_counted, days_round_a_holiday, wrong_dates,
    ends_before_beginnings, days_given_out, absences, given_anew, backwards, who_is_first_of_equals, swaps, swaps_with_absences,
    swaps_with_gaps, points, unknown_people, few_people, nothing_changed_or_shared, long_spans,
    swaps_one_by_one, away_only_counts_when_days_are_given, holidays_at_weekends, later_lines_earlier_days,
]
