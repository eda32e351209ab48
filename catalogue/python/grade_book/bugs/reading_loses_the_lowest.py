from fractions import Fraction
from math import floor

LIMITS = [(90, "A"), (75, "B"), (60, "C"), (50, "D"), (0, "F")]


class GradeBook:
    def __init__(self, weights):
        self.weights = weights
        self.marks = {}

    def add(self, student, kind, mark):
        if kind not in self.weights:
            raise KeyError(kind)
        if not 0 <= mark <= 100:
            raise ValueError(f"{mark} is no mark")
        self.marks.setdefault(student, {}).setdefault(kind, []).append(mark)

    def average(self, student):
        if student not in self.marks:
            return None
        total = Fraction(0)
        weight = 0
        for kind, marks in self.marks[student].items():
            counted = marks
            if len(counted) > 2:
                counted.remove(min(counted))
            total += self.weights[kind] * Fraction(sum(counted), len(counted))
            weight += self.weights[kind]
        return floor(total / weight + Fraction(1, 2))

    def grade(self, student):
        average = self.average(student)
        if average is None:
            return None
        return next(letter for limit, letter in LIMITS if average >= limit)

    def ranking(self):
        averages = {student: self.average(student) for student in self.marks}
        places = []
        for student in sorted(averages, key=lambda name: (-averages[name], name)):
            better = [other for other in averages.values() if other > averages[student]]
            places.append((len(better) + 1, student))
        return places
