# Papers lie in piles; ranks by comparing two; in a function that calls itself.
from functools import cmp_to_key


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
    def compare(one, two):
        for numbers in [totals] + earlier[::-1]:
            if numbers[one] != numbers[two]:
                return numbers[two] - numbers[one]
        return 0

    return sorted(names, key=cmp_to_key(compare))


def further(papers, quota, seats, running, elected, debts, history):
    """The elected and the rounds from here on; debts are the names and totals of who still has a surplus."""
    totals = papers.totals(running)
    order = ranked(running, totals, history)
    over = [name for name in order if totals[name] >= quota]
    for name in over:
        papers.hold(name, running)
    elected = elected + over
    debts = debts + [(name, totals[name]) for name in over if totals[name] > quota]
    rest = [name for name in order if totals[name] < quota]
    if len(rest) <= seats - len(elected) or len(elected) == seats:
        return elected + (rest if len(elected) < seats else []), [[totals, "end", None]]
    if debts:
        most = max(total for _, total in debts)
        who = next(name for name, total in debts if total == most)
        papers.let_go(who, most - quota, most)
        what, debts = "surplus", [debt for debt in debts if debt[0] != who]
    else:
        what, who = "exclude", rest.pop()
    after = [name for name in running if name in rest]
    final, rounds = further(papers, quota, seats, after, elected, debts, [*history, totals])
    return final, [[totals, what, who], *rounds]


def count(candidates, ballots, seats):
    papers = Papers(candidates, ballots)
    return further(papers, (papers.number // (seats + 1) + 1) * 1000, seats, list(candidates), [], [], [])
