# Teams are grouped by their points first, and each group is put in order by itself.
from itertools import groupby, product


def points_of(goals, conceded):
    return (goals > conceded) * 2 + (goals >= conceded)


class TournamentTable:
    def __init__(self, teams):
        self.teams = [*teams]
        self.book = []

    def _find(self, home, away):
        for entry in self.book:
            if entry[0] == home and entry[1] == away:
                return entry

    def record(self, home, away, home_goals, away_goals):
        if {home, away} - set(self.teams):
            raise KeyError({home, away} - set(self.teams))
        if home == away or any(goals < 0 for goals in (home_goals, away_goals)):
            raise ValueError
        old = self._find(home, away)
        if old:
            self.book.remove(old)
        self.book.append((home, away, home_goals, away_goals))

    def cancel(self, home, away):
        entry = self._find(home, away)
        if not entry:
            raise KeyError(home)
        self.book.remove(entry)
        return entry[2:]

    def _views(self):
        for home, away, home_goals, away_goals in self.book:
            yield home, away, home_goals, away_goals
            yield away, home, away_goals, home_goals

    def _sum(self, team, what, among=None):
        return sum(what(goals, conceded) for one, other, goals, conceded in self._views() if one == team and (among is None or other in among))

    def standings(self):
        points = {team: self._sum(team, points_of) for team in self.teams}
        rows = []
        for value, group in groupby(sorted(self.teams, key=lambda team: (-points[team], team)), key=points.get):
            group = list(group)
            details = {
                team: (
                    self._sum(team, points_of, group),
                    self._sum(team, lambda goals, conceded: goals - conceded),
                    self._sum(team, lambda goals, conceded: goals),
                )
                for team in group
            }
            above = len(rows)
            for team in sorted(group, key=details.get, reverse=True):
                rank = above + 1 + sum(details[other] > details[team] for other in group)
                played = self._sum(team, lambda goals, conceded: 1)
                rows.append((rank, team, played, value, details[team][1], details[team][2]))
        return rows

    def form(self, team, count):
        if team not in self.teams:
            raise KeyError(team)
        letters = {0: "L", 1: "D", 3: "W"}
        latest = [letters[points_of(goals, conceded)] for one, _, goals, conceded in self._views() if one == team]
        return "".join(reversed(latest))[:count]

    def open_matches(self):
        return [(home, away) for home, away in product(self.teams, repeat=2) if home != away and not self._find(home, away)]
