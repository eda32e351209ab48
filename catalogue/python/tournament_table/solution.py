class TournamentTable:
    """The table of a tournament in which each team plays every other at home and away."""

    def __init__(self, teams):
        self.teams = list(teams)
        self.results = {}

    def record(self, home, away, home_goals, away_goals):
        self._check(home)
        self._check(away)
        if home == away or min(home_goals, away_goals) < 0:
            raise ValueError("a match has two teams, and no goals below zero")
        self.results.pop((home, away), None)
        self.results[home, away] = (home_goals, away_goals)

    def cancel(self, home, away):
        return self.results.pop((home, away))

    def standings(self):
        keys = self._keys()
        rows = []
        for place, team in enumerate(sorted(self.teams, key=lambda team: (keys[team], team)), 1):
            if rows and keys[team] == keys[rows[-1][1]]:
                place = rows[-1][0]
            played, points, scored, conceded = self._tally(team, self.teams)
            rows.append((place, team, played, points, scored - conceded, scored))
        return rows

    def form(self, team, count):
        self._check(team)
        letters = [self._letter(*goals) for goals in self._matches(team, self.teams)]
        return "".join(letters[::-1][:count])

    def open_matches(self):
        pairs = [(home, away) for home in self.teams for away in self.teams if home != away]
        return [pair for pair in pairs if pair not in self.results]

    def _keys(self):
        tallies = {team: self._tally(team, self.teams) for team in self.teams}
        keys = {}
        for team, (_, points, scored, conceded) in tallies.items():
            level = [other for other in self.teams if tallies[other][1] == points]
            direct = self._tally(team, level)[1]
            keys[team] = (-points, -direct, conceded - scored, -scored)
        return keys

    def _tally(self, team, others):
        points = scored = conceded = 0
        matches = self._matches(team, others)
        for own, theirs in matches:
            points += {"W": 3, "D": 1, "L": 0}[self._letter(own, theirs)]
            scored += own
            conceded += theirs
        return len(matches), points, scored, conceded

    def _matches(self, team, others):
        matches = []
        for (home, away), (home_goals, away_goals) in self.results.items():
            if home == team and away in others:
                matches.append((home_goals, away_goals))
            elif away == team and home in others:
                matches.append((away_goals, home_goals))
        return matches

    def _letter(self, own, theirs):
        return "W" if own > theirs else "D" if own == theirs else "L"

    def _check(self, team):
        if team not in self.teams:
            raise KeyError(team)
