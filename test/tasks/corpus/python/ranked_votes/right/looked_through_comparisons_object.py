# Groups of papers are looked through in each round; ranks by comparing two; in an object.
from functools import cmp_to_key


def valid_part(candidates, names):
    part = []
    for name in names:
        if name not in candidates or name in part:
            return part
        part.append(name)
    return part


class Papers:
    """Groups of equal papers, looked through in every round."""

    def __init__(self, candidates, ballots):
        self.groups = []
        for number, names in ballots:
            part = valid_part(candidates, names)
            if part:
                self.groups.append({"number": number, "names": part, "worth": 1000, "held": None})
        self.number = sum(group["number"] for group in self.groups)

    def first(self, group, running):
        if group["held"] is None:
            for name in group["names"]:
                if name in running:
                    return name
        return None

    def totals(self, running):
        result = {name: 0 for name in running}
        for group in self.groups:
            name = self.first(group, running)
            if name is not None:
                result[name] += group["number"] * group["worth"]
        return result

    def hold(self, name, running):
        for group in self.groups:
            if self.first(group, running) == name:
                group["held"] = name

    def let_go(self, name, surplus, total):
        for group in self.groups:
            if group["held"] == name:
                group["held"] = None
                group["worth"] = group["worth"] * surplus // total


def ranked(names, totals, earlier):
    def compare(one, two):
        for numbers in [totals] + earlier[::-1]:
            if numbers[one] != numbers[two]:
                return numbers[two] - numbers[one]
        return 0

    return sorted(names, key=cmp_to_key(compare))


class Count:
    def __init__(self, candidates, ballots, seats):
        self.papers = Papers(candidates, ballots)
        self.seats = seats
        self.quota = 1000 * (1 + self.papers.number // (1 + seats))
        self.running = list(candidates)
        self.elected = []
        self.surpluses = {}
        self.history = []

    def elect(self, name, totals):
        self.papers.hold(name, self.running)
        self.elected.append(name)
        self.running = [other for other in self.running if other != name]
        if totals[name] != self.quota:
            self.surpluses[name] = totals[name] - self.quota

    def step(self):
        """What was done in a round, and with whom."""
        totals = self.papers.totals(self.running)
        order = ranked(self.running, totals, self.history)
        self.history.append(totals)
        for name in order:
            if totals[name] >= self.quota:
                self.elect(name, totals)
        left = [name for name in order if name in self.running]
        if len(left) <= self.seats - len(self.elected):
            self.elected.extend(left)
            return "end", None
        if len(self.elected) >= self.seats:
            return "end", None
        if self.surpluses:
            name = None
            for other, surplus in self.surpluses.items():
                if name is None or surplus > self.surpluses[name]:
                    name = other
            surplus = self.surpluses.pop(name)
            self.papers.let_go(name, surplus, surplus + self.quota)
            return "surplus", name
        self.running.remove(left[-1])
        return "exclude", left[-1]

    def run(self):
        steps = []
        while not steps or steps[-1][0] != "end":
            steps.append(self.step())
        return self.elected, [[totals, what, name] for totals, (what, name) in zip(self.history, steps)]


def count(candidates, ballots, seats):
    return Count(candidates, ballots, seats).run()
