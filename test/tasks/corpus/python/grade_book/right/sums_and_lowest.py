# Keeps sums, numbers and lowest marks; integers only.
class GradeBook:
    """Sums, numbers and lowest marks are kept; the marks themselves are not needed."""

    def __init__(self, weights):
        self.weights = dict(weights)
        self.sums = {}

    def add(self, student, kind, mark):
        weight = self.weights[kind]
        if mark < 0 or mark > 100:
            raise ValueError("marks go from 0 to 100")
        kinds = self.sums.setdefault(student, {})
        total, count, lowest, _ = kinds.get(kind, (0, 0, 100, weight))
        kinds[kind] = (total + mark, count + 1, min(lowest, mark), weight)

    def average(self, student):
        kinds = self.sums.get(student)
        if kinds is None:
            return None
        numerator, denominator, weights = 0, 1, 0
        for total, count, lowest, weight in kinds.values():
            if count > 2:
                total, count = total - lowest, count - 1
            numerator = numerator * count + weight * total * denominator
            denominator *= count
            weights += weight
        denominator *= weights
        return (2 * numerator + denominator) // (2 * denominator)

    def grade(self, student):
        average = self.average(student)
        return None if average is None else "FDCBA"[sum(average >= least for least in (50, 60, 75, 90))]

    def ranking(self):
        rows = sorted((-self.average(student), student) for student in self.sums)
        places = {}
        for number, (average, _) in enumerate(rows, 1):
            places.setdefault(average, number)
        return [(places[average], student) for average, student in rows]
