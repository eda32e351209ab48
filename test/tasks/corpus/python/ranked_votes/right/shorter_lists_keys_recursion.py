# Lists of papers grow shorter; ranks by keys; in a function that calls itself.
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
    """By this round's totals, then by those of the rounds before, the latest first; sorted keeps the list's order."""
    return sorted(names, key=lambda name: [-one[name] for one in [totals, *reversed(earlier)]])


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
