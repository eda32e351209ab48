# Groups of papers are looked through in each round; ranks by one sort after another; in a function that calls itself.
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
    """Sorted by the first round, then by each later one, last by this one: equals keep the order from before."""
    names = list(names)
    for numbers in earlier:
        names.sort(key=numbers.get, reverse=True)
    names.sort(key=totals.get, reverse=True)
    return names


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
