# Days are the library's; lines are read by a pattern; what moves waits from day to day; one table of duties.
import calendar
import re
from datetime import date


def exists(year, month, day):
    return month in range(1, 13) and day in range(1, month_length(year, month) + 1)


def month_length(year, month):
    return calendar.monthrange(2000 + year % 400, month)[1]


def day_number(year, month, day):
    """The calendar repeats itself after 400 years of 146097 days, so that years beyond 1 and 9999 have numbers, too."""
    cycles, rest = divmod(year - 1, 400)
    return cycles * 146097 + date(rest + 1, month, day).toordinal()


def number_of(text):
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError(text)
    year, month, day = map(int, text.split("-"))
    date(year, month, day)
    return day_number(year, month, day)


def date_of(number):
    cycles, rest = divmod(number - 1, 146097)
    day = date.fromordinal(rest + 1)
    return day.year + 400 * cycles, day.month, day.day


def text_of(number):
    return "{:04}-{:02}-{:02}".format(*date_of(number))


def weekday(number):
    return (number - 1) % 7


ORDINALS = ["first", "second", "third", "fourth", "last"]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
NAME = "[a-z][a-z0-9_]*"
LINE = re.compile(rf"({NAME}) += +(?:([0-9][0-9])-([0-9][0-9])|({'|'.join(ORDINALS)}) +({'|'.join(WEEKDAYS)}) +([0-9][0-9])|({NAME}) +([-+]) +([0-9][0-9]?))( +moves)?")


def rules_of(text):
    """For each name its rule and whether it moves, in order of the lines."""
    rules = {}
    for line in text.split("\n"):
        line = line.split("#")[0].strip(" ")
        if line == "":
            continue
        match = LINE.fullmatch(line)
        if match is None or match[1] in rules:
            raise ValueError(f"cannot take {line!r}")
        name, month, day, ordinal, weekday_name, other_month, other, sign, days, moves = match.groups()
        if month:
            if not exists(2000, int(month), int(day)):
                raise ValueError(f"there is no {month}-{day}")
            rule = ("date", int(month), int(day))
        elif ordinal:
            if not 1 <= int(other_month) <= 12:
                raise ValueError(f"there is no month {other_month}")
            rule = ("weekday", ORDINALS.index(ordinal), WEEKDAYS.index(weekday_name), int(other_month))
        else:
            rule = ("beside", other, int(sign + days))
        rules[name] = rule, bool(moves)
    for name in rules:
        follow(rules, name)
    return rules


def follow(rules, name):
    seen = []
    while name is not None:
        if name in seen or name not in rules:
            raise ValueError(f"{name} is not there or depends on itself")
        seen.append(name)
        rule = rules[name][0]
        name = rule[1] if rule[0] == "beside" else None


def day_of(rules, name, year):
    rule = rules[name][0]
    if rule[0] == "date":
        return day_number(year, *rule[1:]) if exists(year, *rule[1:]) else None
    if rule[0] == "beside":
        other = day_of(rules, rule[1], year)
        return None if other is None else other + rule[2]
    _, ordinal, wanted, month = rule
    days = [day_number(year, month, day) for day in range(1, 32) if exists(year, month, day)]
    fitting = [day for day in days if weekday(day) == wanted]
    return fitting[-1] if ordinal == 4 else fitting[ordinal]


def days_of_year(rules, year):
    """Goes through three years day by day; who has to move waits in a row until there is a day for him."""
    standing, coming = {}, {}
    for place, name in enumerate(rules):
        for one in range(year - 1, year + 2):
            day = day_of(rules, name, one)
            if day is not None:
                table = coming if rules[name][1] and weekday(day) in (5, 6) else standing
                table.setdefault(day, []).append(place)
    result, row = [], []
    first, last = min([*standing, *coming], default=0), max([*standing, *coming], default=-1)
    day = first
    while day <= last or row:
        row += coming.get(day, [])
        here = list(standing.get(day, []))
        if row and not here and weekday(day) not in (5, 6):
            here.append(row.pop(0))
        result += [(day, place) for place in sorted(here)]
        day += 1
    return [(day, place) for day, place in result if date_of(day)[0] == year]


def holidays(text, year):
    rules = rules_of(text)
    names = list(rules)
    return [[text_of(day), names[place]] for day, place in days_of_year(rules, year)]


def span(first, last):
    first, last = number_of(first), number_of(last)
    if last < first:
        raise ValueError("the last day is before the first")
    return range(first, last + 1)


class Calendar:
    def __init__(self, text):
        self.rules = rules_of(text)
        self.years = {}

    def is_holiday(self, day):
        year = date_of(day)[0]
        if year not in self.years:
            self.years[year] = {one for one, _ in days_of_year(self.rules, year)}
        return day in self.years[year]

    def points(self, day):
        if weekday(day) == 6 or self.is_holiday(day):
            return 3
        return 2 if weekday(day) == 5 else 1


def workdays(text, first, last):
    days = Calendar(text)
    return sum(days.points(day) == 1 for day in span(first, last))


class Roster:
    """One table of days and who has them."""

    def __init__(self, text, people):
        self.calendar = Calendar(text)
        self.people = list(people)
        self.gone = {name: set() for name in people}
        self.table = {}

    def away(self, name, first, last):
        self.gone[name].update(span(first, last))

    def had(self, name):
        return sorted(day for day, who in self.table.items() if who == name)

    def score(self, name):
        return sum(self.calendar.points(day) for day in self.had(name))

    def can(self, name, day):
        return day not in self.gone[name] and self.table.get(day - 1) != name and self.table.get(day + 1) != name

    def assign(self, first, last):
        result = []
        for day in span(first, last):
            who = self.table.get(day)
            if who is not None and day in self.gone[who]:
                del self.table[day]
                who = None
            if who is None:
                able = [name for name in self.people if self.can(name, day)]
                if able:
                    who = min(able, key=lambda name: (self.score(name), max([one for one in self.had(name) if one < day], default=-1)))
                    self.table[day] = who
            result.append([text_of(day), who])
        return result

    def swap(self, first, second):
        one, two = number_of(first), number_of(second)
        if one not in self.table or two not in self.table:
            raise ValueError("nobody has one of the days")
        before = dict(self.table)
        self.table[one], self.table[two] = self.table[two], self.table[one]
        if not (self.can(self.table[one], one) and self.can(self.table[two], two)):
            self.table = before
            raise ValueError("somebody cannot have his new day")

    def days(self, name):
        if name not in self.gone:
            raise KeyError(name)
        return [text_of(day) for day in self.had(name)]

    def points(self):
        return {name: self.score(name) for name in self.people}
