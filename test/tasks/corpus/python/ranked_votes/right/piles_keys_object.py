# Papers lie in piles; ranks by keys; in an object.
class Papers:
    """A pile for each candidate; papers go from pile to pile when a pile is taken apart."""

    def __init__(self, candidates, ballots):
        self.piles = {name: [] for name in candidates}
        self.number = 0
        for number, names in ballots:
            seen = set()
            rest = []
            for name in names:
                if name in seen or name not in self.piles:
                    break
                seen.add(name)
                rest.append(name)
            if rest:
                self.number += number
                self.piles[rest[0]].append((number, 1000, tuple(rest)))
        self.held = {}

    def settle(self, running):
        for name in list(self.piles):
            if name not in running:
                papers = self.piles.pop(name)
                for number, worth, names in papers:
                    self.place(number, worth, names, running)

    def place(self, number, worth, names, running):
        for at, name in enumerate(names):
            if name in running:
                self.piles[name].append((number, worth, names[at:]))
                return

    def totals(self, running):
        self.settle(running)
        return {name: sum(number * worth for number, worth, _ in self.piles[name]) for name in running}

    def hold(self, name, running):
        self.held[name] = self.piles.pop(name)

    def let_go(self, name, surplus, total):
        self.piles["", name] = [(number, worth * surplus // total, names) for number, worth, names in self.held.pop(name)]


def ranked(names, totals, earlier):
    """By this round's totals, then by those of the rounds before, the latest first; sorted keeps the list's order."""
    return sorted(names, key=lambda name: [-one[name] for one in [totals, *reversed(earlier)]])


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
