# Lists of papers grow shorter; ranks by comparing two; in one loop.
from functools import cmp_to_key


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
    def compare(one, two):
        for numbers in [totals] + earlier[::-1]:
            if numbers[one] != numbers[two]:
                return numbers[two] - numbers[one]
        return 0

    return sorted(names, key=cmp_to_key(compare))


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
