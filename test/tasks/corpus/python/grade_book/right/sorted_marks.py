# Marks kept in order, rounded as a decimal.
from bisect import bisect, insort
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


class GradeBook:
    def __init__(self, weights):
        self.weights = weights
        self.students = {}

    def add(self, student, kind, mark):
        if kind not in self.weights:
            raise KeyError(f"there is no {kind}")
        if mark > 100 or mark < 0:
            raise ValueError("no such mark")
        if student not in self.students:
            self.students[student] = {one: [] for one in self.weights}
        insort(self.students[student][kind], mark)

    def average(self, student):
        if student not in self.students:
            return None
        kinds = {kind: marks for kind, marks in self.students[student].items() if marks}
        means = {kind: Fraction(sum(marks[len(marks) > 2 :]), len(marks[len(marks) > 2 :])) for kind, marks in kinds.items()}
        mean = sum(means[kind] * self.weights[kind] for kind in means) / sum(self.weights[kind] for kind in means)
        twice = Decimal(mean.numerator * 2 // mean.denominator)
        return int((twice / 2).quantize(Decimal(1), ROUND_HALF_UP))

    def grade(self, student):
        average = self.average(student)
        return "FDCBA"[bisect([50, 60, 75, 90], average)] if average is not None else None

    def ranking(self):
        by_average = {}
        for student in self.students:
            by_average.setdefault(self.average(student), []).append(student)
        rows, place = [], 1
        for average in sorted(by_average, reverse=True):
            rows += [(place, student) for student in sorted(by_average[average])]
            place += len(by_average[average])
        return rows
