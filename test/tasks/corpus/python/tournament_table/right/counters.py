# Counters for each figure.
from collections import Counter, OrderedDict


class TournamentTable:
    def __init__(self, teams):
        self.teams = OrderedDict.fromkeys(teams)
        self.results = OrderedDict()

    def _known(self, team):
        if team not in self.teams:
            raise KeyError(team)

    def record(self, home, away, home_goals, away_goals):
        self._known(home)
        self._known(away)
        if home == away:
            raise ValueError
        if home_goals < 0 or away_goals < 0:
            raise ValueError
        self.results[home, away] = home_goals, away_goals
        self.results.move_to_end((home, away))

    def cancel(self, home, away):
        return self.results.pop((home, away))

    def _points(self, pairs):
        points = Counter()
        for home, away in pairs:
            home_goals, away_goals = self.results[home, away]
            if home_goals == away_goals:
                points.update([home, away])
            else:
                points[home if home_goals > away_goals else away] += 3
        return points

    def standings(self):
        points = self._points(self.results)
        direct = self._points([pair for pair in self.results if points[pair[0]] == points[pair[1]]])
        played, scored, conceded = Counter(), Counter(), Counter()
        for (home, away), (home_goals, away_goals) in self.results.items():
            played.update((home, away))
            scored[home] += home_goals
            scored[away] += away_goals
            conceded[home] += away_goals
            conceded[away] += home_goals
        strength = {team: (points[team], direct[team], scored[team] - conceded[team], scored[team]) for team in self.teams}
        levels = sorted(strength.values(), reverse=True)
        table = [
            (levels.index(strength[team]) + 1, team, played[team], points[team], strength[team][2], scored[team])
            for team in self.teams
        ]
        table.sort(key=lambda row: row[:2])
        return table

    def form(self, team, count):
        self._known(team)
        text = ""
        for (home, away), (home_goals, away_goals) in reversed(self.results.items()):
            if team not in (home, away):
                continue
            if home_goals == away_goals:
                text += "D"
            else:
                text += "W" if (home_goals > away_goals) == (team == home) else "L"
        return text[:count]

    def open_matches(self):
        return [(home, away) for home in self.teams for away in self.teams if not (home == away or (home, away) in self.results)]
