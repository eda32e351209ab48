# Sums are kept up to date with each result and taken back when one goes.
class TournamentTable:
    def __init__(self, teams):
        self.teams = list(teams)
        self.sums = {team: [0, 0, 0, 0] for team in teams}
        self.against = {}
        self.goals = {}
        self.when = {}
        self.clock = 0

    def _count(self, home, away, sign):
        home_goals, away_goals = self.goals[home, away]
        for team, other, scored, conceded in ((home, away, home_goals, away_goals), (away, home, away_goals, home_goals)):
            points = 3 if scored > conceded else 1 if scored == conceded else 0
            self.against[team, other] = self.against.get((team, other), 0) + sign * points
            for at, amount in enumerate((1, points, scored - conceded, scored)):
                self.sums[team][at] += sign * amount

    def record(self, home, away, home_goals, away_goals):
        self.sums[home], self.sums[away]
        if home == away:
            raise ValueError(home)
        if home_goals < 0 or away_goals < 0:
            raise ValueError((home_goals, away_goals))
        if (home, away) in self.goals:
            self._count(home, away, -1)
        self.goals[home, away] = (home_goals, away_goals)
        self._count(home, away, 1)
        self.clock += 1
        self.when[home, away] = self.clock

    def cancel(self, home, away):
        if (home, away) not in self.goals:
            raise KeyError(home, away)
        self._count(home, away, -1)
        del self.when[home, away]
        return self.goals.pop((home, away))

    def _strength(self, team):
        _, points, difference, scored = self.sums[team]
        equals = [other for other in self.teams if other != team and self.sums[other][1] == points]
        direct = sum(self.against.get((team, other), 0) for other in equals)
        return points, direct, difference, scored

    def standings(self):
        strength = {team: self._strength(team) for team in self.teams}
        table = []
        for team in self.teams:
            better = sum(1 for other in self.teams if strength[other] > strength[team])
            table.append((better + 1, team, *self.sums[team]))
        return sorted(table)

    def form(self, team, count):
        self.sums[team]
        own = [pair for pair in self.goals if team in pair]
        own.sort(key=self.when.get, reverse=True)
        letters = []
        for home, away in own[:count]:
            gain = self.goals[home, away][0] - self.goals[home, away][1]
            if team == away:
                gain = -gain
            letters.append("W" if gain > 0 else "D" if gain == 0 else "L")
        return "".join(letters)

    def open_matches(self):
        missing = []
        for home in self.teams:
            for away in self.teams:
                if home is not away and (home, away) not in self.goals:
                    missing.append((home, away))
        return missing
