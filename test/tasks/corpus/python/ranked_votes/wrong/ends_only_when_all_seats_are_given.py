# Who is left is elected only when no more can be excluded.
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
        if not waiting and len(running) <= seats - len(elected):
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
