"""Who has which day, and who is to have one."""

from day_numbers import weekday


class Duties:
    def __init__(self, people, holidays):
        self.people = people
        self.holidays = holidays
        self.absences = {name: [] for name in people}
        self.holder = {}

    def is_away(self, name, day):
        return any(first <= day <= last for first, last in self.absences[name])

    def can_have(self, name, day):
        return not self.is_away(name, day) and name not in (self.holder.get(day - 1), self.holder.get(day + 1))

    def worth(self, day):
        if day in self.holidays or weekday(day) == 6:
            return 3
        return 2 if weekday(day) == 5 else 1

    def days_of(self, name):
        return sorted(day for day, holder in self.holder.items() if holder == name)

    def points_of(self, name):
        return sum(self.worth(day) for day in self.days_of(name))

    def claim(self, name, day):
        """Who has the least of these has the best claim to the day."""
        before = [other for other in self.days_of(name) if other < day]
        return self.points_of(name), before[-1] if before else -1

    def give_out(self, day):
        """Who has the day now, or None where nobody can."""
        if day in self.holder and self.is_away(self.holder[day], day):
            del self.holder[day]
        if day not in self.holder:
            able = [name for name in self.people if self.can_have(name, day)]
            if not able:
                return None
            self.holder[day] = min(able, key=lambda name: self.claim(name, day))
        return self.holder[day]

    def exchange(self, one, other):
        if one not in self.holder or other not in self.holder:
            raise ValueError("nobody has that day")
        before = dict(self.holder)
        self.holder[one], self.holder[other] = before[other], before[one]
        if not all(self.can_have(self.holder[day], day) for day in (one, other)):
            self.holder = before
            raise ValueError("somebody cannot have that day")
