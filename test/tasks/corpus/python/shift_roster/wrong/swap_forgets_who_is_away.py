# A swap does not ask whether somebody is away.
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


def number_word(word, lengths):
    if len(word) not in lengths or not all(sign in "0123456789" for sign in word):
        raise ValueError(f"{word!r} is no number here")
    return int(word)


def check_name(word):
    if word[:1] not in tuple("abcdefghijklmnopqrstuvwxyz") or word.strip("abcdefghijklmnopqrstuvwxyz0123456789_"):
        raise ValueError(f"{word!r} is no name")
    return word


def fixed(words):
    month, dash, day = words[0].partition("-")
    month, day = number_word(month, [2]), number_word(day, [2])
    if not exists(2000, month, day):
        raise ValueError("no such day")
    return lambda year, find: day_number(year, month, day) if exists(year, month, day) else None


def weekly(words):
    ordinal = ["last", "first", "second", "third", "fourth"].index(words[0])
    wanted = "mon tue wed thu fri sat sun".split().index(words[1])
    month = number_word(words[2], [2])
    if month < 1 or month > 12:
        raise ValueError("no such month")

    def when(year, find):
        if ordinal == 0:
            end = day_number(year + month // 12, month % 12 + 1, 1) - 1
            return end - (weekday(end) - wanted) % 7
        start = day_number(year, month, 1)
        return start + (wanted - weekday(start)) % 7 + 7 * (ordinal - 1)

    return when


def beside(words):
    other, sign, count = check_name(words[0]), {"+": 1, "-": -1}, number_word(words[2], [1, 2])
    if words[1] not in sign:
        raise ValueError("no sign")
    count *= sign[words[1]]

    def when(year, find):
        day = find(other, year)
        return None if day is None else day + count

    when.other = other
    return when


def rules_of(text):
    """For each name a function that gives its day, and whether it moves."""
    rules = {}
    for line in text.split("\n"):
        end = line.find("#")
        words = [word for word in (line if end < 0 else line[:end]).split(" ") if word]
        if not words:
            continue
        if len(words) < 3 or words[1] != "=":
            raise ValueError("no holiday")
        name, moves = check_name(words[0]), False
        what = words[2:]
        if len(what) in (2, 4) and what[-1] == "moves":
            moves = True
            what.pop()
        if len(what) not in (1, 3) or name in rules:
            raise ValueError("a line of another form, or a name again")
        if len(what) == 1:
            when = fixed(what)
        elif what[0] in ("first", "second", "third", "fourth", "last") and what[1] not in "+-":
            when = weekly(what)
        else:
            when = beside(what)
        rules[name] = when, moves
    others = {name: getattr(when, "other", None) for name, (when, _) in rules.items()}
    for name in others:
        steps = 0
        while name is not None:
            steps += 1
            if name not in others or steps > len(others):
                raise ValueError("a name is missing, or there is a circle")
            name = others[name]
    return rules


def day_of(rules, name, year):
    return rules[name][0](year, lambda other, year: day_of(rules, other, year))


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
    calendar = Calendar(text)
    return sum(calendar.points(day) == 1 for day in span(first, last))


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
        fine = not any(abs(day - one) == 1 for person, one in zip(persons, days[::-1]) for day in person.days)
        for person, day, worth in zip(persons[::-1] if fine else persons, days, worths):
            person.take(day, worth)
        if not fine:
            raise ValueError("it does not go")

    def days(self, name):
        return list(map(text_of, self.people[name].days))

    def points(self):
        return {name: person.points for name, person in self.people.items()}
