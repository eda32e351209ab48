# Papers lie in piles; ranks by keys; in one loop.
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


def count(candidates, ballots, seats):
    papers = Papers(candidates, ballots)
    quota = (papers.number // (seats + 1) + 1) * 1000
    running, elected, rounds, earlier, waiting = list(candidates), [], [], [], []
    while True:
        totals = papers.totals(running)
        order = ranked(running, totals, earlier)
        winners = [name for name in order if totals[name] >= quota]
        for name in winners:
            papers.hold(name, running)
        for name in winners:
            elected.append(name)
            running.remove(name)
            if totals[name] > quota:
                waiting.append((name, totals[name]))
        order = [name for name in order if name not in winners]
        if len(running) <= seats - len(elected):
            elected += order
            rounds.append([totals, "end", None])
            break
        if len(elected) == seats:
            rounds.append([totals, "end", None])
            break
        if waiting:
            best = max(waiting, key=lambda pair: pair[1])
            waiting.remove(best)
            papers.let_go(best[0], best[1] - quota, best[1])
            rounds.append([totals, "surplus", best[0]])
        else:
            running.remove(order[-1])
            rounds.append([totals, "exclude", order[-1]])
        earlier.append(totals)
    return elected, rounds
