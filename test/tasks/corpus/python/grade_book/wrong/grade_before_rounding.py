# Grades the average before it is rounded.
from fractions import Fraction


def counted(marks):
    return sorted(marks)[1:] if len(marks) >= 3 else marks


def rounded(value):
    return int(value + Fraction(1, 2))


def graded(average):
    if average >= 90:
        return "A"
    if average >= 75:
        return "B"
    if average >= 60:
        return "C"
    return "D" if average >= 50 else "F"


class GradeBook:
    def __init__(self, weights):
        self.weights = weights
        self.marks = {}

    def add(self, student, kind, mark):
        if kind not in self.weights:
            raise KeyError(kind)
        if not 0 <= mark <= 100:
            raise ValueError(mark)
        self.marks.setdefault((student, kind), []).append(mark)

    def average(self, student):
        kinds = [kind for kind in self.weights if (student, kind) in self.marks]
        if not kinds:
            return None
        means = {kind: Fraction(sum(counted(self.marks[student, kind])), len(counted(self.marks[student, kind]))) for kind in kinds}
        self.exact = sum(self.weights[kind] * means[kind] for kind in kinds) / sum(self.weights[kind] for kind in kinds)
        return rounded(self.exact)

    def grade(self, student):
        average = self.average(student)
        return None if average is None else graded(self.exact)

    def ranking(self):
        students = {student for student, _ in self.marks}
        averages = {student: self.average(student) for student in students}
        order = sorted(students, key=lambda student: (-averages[student], student))
        return [(1 + [averages[one] for one in order].index(averages[student]), student) for student in order]
