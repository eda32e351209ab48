# Years begin with March; lines are checked and kept as words; what moves waits from day to day; one table of duties.
import re


def day_number(year, month, day):
    """Years that begin with March have the leap day at their end."""
    if month < 3:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 306


def exists(year, month, day):
    if month not in range(1, 13):
        return False
    following = day_number(year, month + 1, 1) if month < 12 else day_number(year + 1, 1, 1)
    return 1 <= day <= following - day_number(year, month, 1)


def number_of(text):
    if len(text) != 10 or text[4] + text[7] != "--" or not set(text[:4] + text[5:7] + text[8:]) <= set("0123456789"):
        raise ValueError(f"{text!r} does not look like a date")
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    if year == 0 or not exists(year, month, day):
        raise ValueError(f"there is no {text}")
    return day_number(year, month, day)


def date_of(number):
    low, high = 0, 10002
    while high - low > 1:
        middle = (low + high) // 2
        if day_number(middle, 1, 1) <= number:
            low = middle
        else:
            high = middle
    month = max(month for month in range(1, 13) if day_number(low, month, 1) <= number)
    return low, month, number - day_number(low, month, 1) + 1


def text_of(number):
    return "-".join(str(part).zfill(width) for part, width in zip(date_of(number), (4, 2, 2)))


def weekday(number):
    return (number + 6) % 7


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
