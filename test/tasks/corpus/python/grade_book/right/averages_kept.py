# Reckons averages when marks come in.
from fractions import Fraction


class GradeBook:
    def __init__(self, weights):
        self.weights = weights
        self.marks = {}
        self.averages = {}

    def add(self, student, kind, mark):
        if kind not in self.weights:
            raise KeyError(kind)
        if not 0 <= mark <= 100:
            raise ValueError(mark)
        self.marks.setdefault(student, {}).setdefault(kind, []).append(mark)
        self.averages[student] = int(self.exact(student) + Fraction(1, 2))

    def exact(self, student):
        total, weights = Fraction(0), 0
        for kind, marks in self.marks[student].items():
            counted = sorted(marks)[1:] if len(marks) >= 3 else marks
            total += self.weights[kind] * Fraction(sum(counted), len(counted))
            weights += self.weights[kind]
        return total / weights

    def average(self, student):
        return self.averages.get(student)

    def grade(self, student):
        average = self.average(student)
        if average is None:
            return None
        for letter, least in (("A", 90), ("B", 75), ("C", 60), ("D", 50)):
            if average >= least:
                return letter
        return "F"

    def ranking(self):
        averages = self.averages
        order = sorted(averages, key=lambda student: (-averages[student], student))
        return [(1 + sum(other > averages[student] for other in averages.values()), student) for student in order]
