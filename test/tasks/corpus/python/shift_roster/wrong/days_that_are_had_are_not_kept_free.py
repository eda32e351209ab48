# Only the day before is looked at, not the day after.
import re


LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def is_leap(year):
    return year % 400 == 0 if year % 100 == 0 else year % 4 == 0


def month_length(year, month):
    return LENGTHS[month - 1] + (month == 2 and is_leap(year))


def day_number(year, month, day):
    """Days since 31 December of the year 0, which is a Sunday."""
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + sum(month_length(year, one) for one in range(1, month)) + day


def exists(year, month, day):
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def number_of(text):
    match = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    if not match or match[1] == "0000" or not exists(*map(int, match.groups())):
        raise ValueError(f"{text} is no date")
    return day_number(*map(int, match.groups()))


def date_of(number):
    year = number // 366
    while day_number(year + 1, 1, 1) <= number:
        year += 1
    month = 1
    while month < 12 and day_number(year, month + 1, 1) <= number:
        month += 1
    return year, month, number - day_number(year, month, 1) + 1


def text_of(number):
    return "%04d-%02d-%02d" % date_of(number)


def weekday(number):
    """0 for Monday."""
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
    """Pairs of day and place of the line."""
    stay, move = [], []
    for one in (year - 1, year, year + 1):
        for place, (name, (_, moves)) in enumerate(rules.items()):
            day = day_of(rules, name, one)
            if day is not None:
                (move if moves and weekday(day) > 4 else stay).append((day, place))
    taken = {day for day, _ in stay}
    for day, place in sorted(move):
        while day in taken or weekday(day) > 4:
            day += 1
        taken.add(day)
        stay.append((day, place))
    return sorted(pair for pair in stay if date_of(pair[0])[0] == year)


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
    calendar = Calendar(text)
    return sum(calendar.points(day) == 1 for day in span(first, last))


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
        return day not in self.gone[name] and self.table.get(day - 1) != name

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
