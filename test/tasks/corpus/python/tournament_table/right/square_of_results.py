# A square table of results by the numbers of the teams.
class TournamentTable:
    def __init__(self, teams):
        self.names = list(teams)
        self.count = len(self.names)
        self.square = [[None] * self.count for _ in self.names]
        self.log = []

    def _index(self, team):
        try:
            return self.names.index(team)
        except ValueError:
            raise KeyError(team) from None

    def record(self, home, away, home_goals, away_goals):
        i, j = self._index(home), self._index(away)
        if i == j or home_goals < 0 or away_goals < 0:
            raise ValueError(f"{home} {away} {home_goals} {away_goals}")
        if self.square[i][j] is not None:
            self.log.remove((i, j))
        self.square[i][j] = (home_goals, away_goals)
        self.log.append((i, j))

    def cancel(self, home, away):
        i, j = self._index(home), self._index(away)
        result = self.square[i][j]
        if result is None:
            raise KeyError((home, away))
        self.square[i][j] = None
        self.log.remove((i, j))
        return result

    def _scores(self, i, others):
        for j in others:
            if self.square[i][j]:
                yield self.square[i][j]
            if self.square[j][i] and i != j:
                yield self.square[j][i][::-1]

    def _points(self, i, others):
        return sum(3 if a > b else a == b for a, b in self._scores(i, others))

    def standings(self):
        everybody = range(self.count)
        points = [self._points(i, everybody) for i in everybody]
        rows = []
        for i in everybody:
            scores = list(self._scores(i, everybody))
            scored = sum(a for a, _ in scores)
            difference = sum(a - b for a, b in scores)
            direct = self._points(i, [j for j in everybody if points[j] == points[i]])
            rows.append(((-points[i], -direct, -difference, -scored), self.names[i], len(scores), points[i], difference, scored))
        rows.sort()
        keys = [row[0] for row in rows]
        return [(1 + keys.index(key), *rest) for key, *rest in rows]

    def form(self, team, count):
        me = self._index(team)
        text = ""
        for i, j in self.log:
            a, b = self.square[i][j]
            if me == j:
                a, b = b, a
            if me in (i, j):
                text = ("W" if a > b else "L" if b > a else "D") + text
        return text[:count]

    def open_matches(self):
        return [
            (self.names[i], self.names[j])
            for i in range(self.count)
            for j in range(self.count)
            if i != j and self.square[i][j] is None
        ]
