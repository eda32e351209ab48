# Counts how often each mark was given.
from collections import defaultdict
from fractions import Fraction
from math import floor


def mean_of(marks):
    number, total = sum(marks), sum(mark * count for mark, count in enumerate(marks))
    if number >= 3:
        number, total = number - 1, total - next(mark for mark in range(101) if marks[mark])
    return Fraction(total, number)


def letter_of(average):
    return next((letter for letter, least in [("A", 90), ("B", 75), ("C", 60), ("D", 50)] if average >= least), "F")


class GradeBook:
    def __init__(self, weights):
        self.weights = weights
        self.kinds = {kind: defaultdict(lambda: [0] * 101) for kind in weights}
        self.students = []

    def add(self, student, kind, mark):
        marks = self.kinds[kind]
        if (mark >= 0) + (mark <= 100) < 2:
            raise ValueError(f"{mark} is no mark")
        marks[student][mark] += 1
        if student not in self.students:
            self.students.append(student)

    def average(self, student):
        parts = [(self.weights[kind], mean_of(book[student])) for kind, book in self.kinds.items() if student in book]
        if parts:
            return floor(sum(weight * mean for weight, mean in parts) / sum(weight for weight, _ in parts) + Fraction(1, 2))
        return None

    def grade(self, student):
        return letter_of(self.average(student)) if student in self.students else None

    def ranking(self):
        rows = []
        for student in self.students:
            better = sum(self.average(other) > self.average(student) for other in self.students)
            rows.append((better + 1, student))
        rows.sort()
        return rows
