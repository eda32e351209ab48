# A book for each kind of work, and functions beside the class.
from collections import defaultdict
from fractions import Fraction
from math import floor


def mean_of(marks):
    left_out = min(marks) if len(marks) >= 3 else None
    if left_out is None:
        return Fraction(sum(marks)) / len(marks)
    return Fraction(sum(marks) - left_out, len(marks) - 1)


def letter_of(average):
    return next((letter for letter, least in [("A", 90), ("B", 75), ("C", 60), ("D", 50)] if average >= least), "F")


class GradeBook:
    def __init__(self, weights):
        self.weights = weights
        self.kinds = {kind: defaultdict(list) for kind in weights}
        self.students = []

    def add(self, student, kind, mark):
        marks = self.kinds[kind]
        if (mark >= 0) + (mark <= 100) < 2:
            raise ValueError(f"{mark} is no mark")
        marks[student].append(mark)
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
