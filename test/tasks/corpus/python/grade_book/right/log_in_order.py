# A log; the ranking is found by sorting pairs.
from math import lcm


class GradeBook:
    """A log of all marks, read anew for each question."""

    def __init__(self, weights):
        self.weights = weights
        self.log = []

    def add(self, student, kind, mark):
        self.weights[kind]
        if mark not in range(101):
            raise ValueError(mark)
        self.log.append((student, kind, mark))

    def average(self, student):
        means = []
        for kind, weight in self.weights.items():
            marks = [mark for who, what, mark in self.log if who == student and what == kind]
            if not marks:
                continue
            spare = len(marks) >= 3
            means.append((sum(marks) - spare * min(marks), len(marks) - spare, weight))
        if not means:
            return None
        common = lcm(*(count for _, count, _ in means))
        total = sum(weight * marks * (common // count) for marks, count, weight in means)
        parts = common * sum(weight for _, _, weight in means)
        whole, rest = divmod(total, parts)
        return whole + (2 * rest >= parts)

    def grade(self, student):
        average = self.average(student)
        if average is None:
            return None
        if average < 60:
            return "D" if average >= 50 else "F"
        return "A" if average >= 90 else "B" if average >= 75 else "C"

    def ranking(self):
        pairs = sorted({(-self.average(student), student) for student, _, _ in self.log})
        return [(1 + sum(other < average for other, _ in pairs), student) for average, student in pairs]
