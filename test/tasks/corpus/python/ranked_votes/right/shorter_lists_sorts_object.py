# Lists of papers grow shorter; ranks by one sort after another; in an object.
class Papers:
    """Lists that grow shorter: what is left of each, back to front."""

    def __init__(self, candidates, ballots):
        known = set(candidates)
        self.lists, self.worths, self.sizes = [], [], []
        for number, names in ballots:
            end = 0
            while end < len(names) and names[end] in known and names[end] not in names[:end]:
                end += 1
            if end:
                self.lists.append(list(reversed(names[:end])))
                self.worths.append(1000)
                self.sizes.append(number)
        self.number = sum(self.sizes)
        self.asleep = [None] * len(self.lists)

    def totals(self, running):
        result = dict.fromkeys(running, 0)
        for place, names in enumerate(self.lists):
            if self.asleep[place] is not None:
                continue
            while names and names[-1] not in result:
                names.pop()
            if names:
                result[names[-1]] += self.sizes[place] * self.worths[place]
        return result

    def hold(self, name, running):
        for place, names in enumerate(self.lists):
            if self.asleep[place] is None and names and names[-1] == name:
                self.asleep[place] = name

    def let_go(self, name, surplus, total):
        for place, sleeper in enumerate(self.asleep):
            if sleeper == name:
                self.asleep[place] = None
                self.worths[place] = self.worths[place] * surplus // total


def ranked(names, totals, earlier):
    """Sorted by the first round, then by each later one, last by this one: equals keep the order from before."""
    names = list(names)
    for numbers in earlier:
        names.sort(key=numbers.get, reverse=True)
    names.sort(key=totals.get, reverse=True)
    return names


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
