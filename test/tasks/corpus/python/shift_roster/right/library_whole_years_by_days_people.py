# Days are the library's; lines are checked and kept as words; what moves waits from day to day; people know their days.
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


def rules_of(text):
    """A list of names, what they say as lists of words, and whether they move."""
    rules = {}
    for line in text.split("\n"):
        words = list(filter(None, line.partition("#")[0].split(" ")))
        if not words:
            continue
        if words[1:2] != ["="] or not re.fullmatch("[a-z][a-z0-9_]*", words[0]) or words[0] in rules:
            raise ValueError(" ".join(words))
        said = " ".join(words[2:])
        moves = said.endswith(" moves")
        if moves:
            said = said[:-6]
        if re.fullmatch("(0[1-9]|1[0-2])-[0-9][0-9]", said):
            days = 29 if said[:2] == "02" else 30 if said[:2] in ("04", "06", "09", "11") else 31
            if not 1 <= int(said[3:]) <= days:
                raise ValueError(said)
        elif not re.fullmatch("(first|second|third|fourth|last) (mon|tue|wed|thu|fri|sat|sun) (0[1-9]|1[0-2])", said) and not re.fullmatch("[a-z][a-z0-9_]* [+-] [0-9][0-9]?", said):
            raise ValueError(said)
        rules[words[0]] = said, moves
    open_names = {name: said.split(" ")[0] for name, (said, _) in rules.items() if said.split(" ")[1:2] in (["+"], ["-"])}
    while open_names:
        closed = [name for name, other in open_names.items() if other in rules and other not in open_names]
        if not closed:
            raise ValueError("what " + ", ".join(open_names) + " depend on is not there")
        for name in closed:
            del open_names[name]
    return rules


def day_of(rules, name, year):
    said = rules[name][0]
    if said[0].isdigit():
        month, day = int(said[:2]), int(said[3:])
        return day_number(year, month, day) if exists(year, month, day) else None
    first, second, third = said.split(" ")
    if second in "+-":
        other = day_of(rules, first, year)
        return other and other + int(second + third)
    wanted = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(second)
    month = int(third)
    if first == "last":
        day = day_number(year, month, 28) + 3
        while weekday(day) != wanted or date_of(day)[1] != month:
            day -= 1
        return day
    day = day_number(year, month, 1)
    while weekday(day) != wanted:
        day += 1
    return day + ("first", "second", "third", "fourth").index(first) * 7


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
