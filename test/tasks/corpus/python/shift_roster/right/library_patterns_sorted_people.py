# Days are the library's; lines are read by a pattern; what moves is sorted; people know their days.
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
    days = Calendar(text)
    return sum(days.points(day) == 1 for day in span(first, last))


class Person:
    def __init__(self, place):
        self.place = place
        self.days = []
        self.absences = []
        self.points = 0

    def is_away(self, day):
        return any(day in absence for absence in self.absences)

    def is_free(self, day):
        return not self.is_away(day) and day - 1 not in self.days and day + 1 not in self.days

    def latest_before(self, day):
        latest = [one for one in self.days if one < day]
        return (1, latest[-1]) if latest else (0, 0)

    def take(self, day, points):
        self.days = sorted([*self.days, day])
        self.points += points

    def give(self, day, points):
        self.days.remove(day)
        self.points -= points


class Roster:
    """Each person knows his own days and points."""

    def __init__(self, text, people):
        self.calendar = Calendar(text)
        self.people = {name: Person(place) for place, name in enumerate(people)}

    def away(self, name, first, last):
        self.people[name].absences.append(span(first, last))

    def owner(self, day):
        for name, person in self.people.items():
            if day in person.days:
                return name
        return None

    def assign(self, first, last):
        return [[text_of(day), self.settle(day)] for day in span(first, last)]

    def settle(self, day):
        name, worth = self.owner(day), self.calendar.points(day)
        if name is not None:
            if not self.people[name].is_away(day):
                return name
            self.people[name].give(day, worth)
        order = sorted(self.people.items(), key=lambda item: (item[1].points, item[1].latest_before(day), item[1].place))
        for name, person in order:
            if person.is_free(day):
                person.take(day, worth)
                return name
        return None

    def swap(self, first, second):
        days = number_of(first), number_of(second)
        names = [self.owner(day) for day in days]
        if None in names:
            raise ValueError("a day that nobody has")
        if names[0] == names[1]:
            person = self.people[names[0]]
            if not all(person.is_free(day) for day in days):
                raise ValueError("he cannot have them")
            return
        persons = [self.people[name] for name in names]
        worths = [self.calendar.points(day) for day in days]
        for person, day, worth in zip(persons, days, worths):
            person.give(day, worth)
        fine = persons[0].is_free(days[1]) and persons[1].is_free(days[0])
        for person, day, worth in zip(persons[::-1] if fine else persons, days, worths):
            person.take(day, worth)
        if not fine:
            raise ValueError("it does not go")

    def days(self, name):
        return list(map(text_of, self.people[name].days))

    def points(self):
        return {name: person.points for name, person in self.people.items()}
