from day_numbers import is_weekend, read_date, write_date
from duties import Duties
from holiday_dates import Holidays, holidays_in
from holiday_lines import read_lines


def read_days(first, last):
    start, end = read_date(first), read_date(last)
    if end < start:
        raise ValueError(f"{last} is before {first}")
    return range(start, end + 1)


def holidays(text, year):
    return [[write_date(number), name] for number, name in holidays_in(read_lines(text), year)]


def workdays(text, first, last):
    free = Holidays(read_lines(text))
    return sum(not is_weekend(day) and day not in free for day in read_days(first, last))


class Roster:
    def __init__(self, text, people):
        self.duties = Duties(list(people), Holidays(read_lines(text)))

    def away(self, name, first, last):
        days = read_days(first, last)
        self.duties.absences[name].append((days[0], days[-1]))

    def assign(self, first, last):
        return [[write_date(day), self.duties.give_out(day)] for day in read_days(first, last)]

    def swap(self, first, second):
        self.duties.exchange(read_date(first), read_date(second))

    def days(self, name):
        if name not in self.duties.people:
            raise KeyError(name)
        return [write_date(day) for day in self.duties.days_of(name)]

    def points(self):
        return {name: self.duties.points_of(name) for name in self.duties.people}
