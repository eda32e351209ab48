WHOLE = 1000


class Paper:
    """A pile of equal papers, each of which is worth a number of thousandths."""

    def __init__(self, times, names):
        self.times = times
        self.names = names
        self.worth = WHOLE
        self.is_held = False

    def choice(self, running):
        """The first name that is still in the running, or None; a paper held by somebody elected has none."""
        if self.is_held:
            return None
        return next((name for name in self.names if name in running), None)


def valid_names(names, candidates):
    """The names before the first that is unknown or stands there again."""
    valid = []
    for name in names:
        if name not in candidates or name in valid:
            break
        valid.append(name)
    return valid


class Count:
    def __init__(self, candidates, ballots, seats):
        self.candidates = candidates
        self.seats = seats
        self.papers = [Paper(times, valid_names(names, candidates)) for times, names in ballots]
        self.papers = [paper for paper in self.papers if paper.names]
        self.quota = WHOLE * (sum(paper.times for paper in self.papers) // (seats + 1) + 1)
        self.running = list(candidates)
        self.elected = []
        self.surplus = {}
        self.piles = {}
        self.rounds = []

    def totals(self):
        totals = dict.fromkeys(self.running, 0)
        for paper in self.papers:
            name = paper.choice(self.running)
            if name is not None:
                totals[name] += paper.times * paper.worth
        return totals

    def by_rank(self):
        """Who is in the running, the highest total first; an earlier round decides between equals, at last the list."""
        past = [totals for totals, _, _ in reversed(self.rounds)]
        return sorted(self.running, key=lambda name: [-totals[name] for totals in past])

    def elect(self, name):
        self.elected.append(name)
        self.piles[name] = [paper for paper in self.papers if paper.choice(self.running) == name]
        for paper in self.piles[name]:
            paper.is_held = True

    def end_round(self, action, name):
        self.rounds[-1][1:] = [action, name]

    def play_round(self):
        """Whether the count goes on after this round."""
        totals = self.totals()
        self.rounds.append([totals, "end", None])
        ranking = self.by_rank()
        winners = [name for name in ranking if totals[name] >= self.quota]
        for name in winners:
            self.elect(name)
            self.surplus[name] = totals[name] - self.quota
        self.running = [name for name in self.running if name not in winners]
        if len(self.running) <= self.seats - len(self.elected):
            self.elected += [name for name in ranking if name in self.running]
            return False
        if len(self.elected) == self.seats:
            return False
        waiting = [name for name in self.elected if self.surplus[name] > 0]
        if waiting:
            self.hand_on(max(waiting, key=self.surplus.get))
        else:
            out = [name for name in ranking if name in self.running][-1]
            self.running.remove(out)
            self.end_round("exclude", out)
        return True

    def hand_on(self, name):
        surplus = self.surplus[name]
        self.surplus[name] = 0
        for paper in self.piles[name]:
            paper.is_held = False
            paper.worth = paper.worth * surplus // (self.quota + surplus)
        self.end_round("surplus", name)


def count(candidates, ballots, seats):
    state = Count(candidates, ballots, seats)
    while state.play_round():
        pass
    return state.elected, state.rounds
