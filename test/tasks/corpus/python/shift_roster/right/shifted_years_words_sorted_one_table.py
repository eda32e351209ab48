# Years begin with March; lines are read word by word into functions; what moves is sorted; one table of duties.


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
