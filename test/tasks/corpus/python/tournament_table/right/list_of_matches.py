# A list of matches, latest last, and classes for match and row.
from dataclasses import dataclass


@dataclass
class Match:
    home: str
    away: str
    home_goals: int
    away_goals: int

    def of(self, team):
        if team == self.home:
            return self.away, self.home_goals, self.away_goals
        return self.home, self.away_goals, self.home_goals

    def has(self, team):
        return team in (self.home, self.away)


def points_for(scored, conceded):
    if scored == conceded:
        return 1
    return 3 if scored > conceded else 0


class Row:
    def __init__(self, team):
        self.team = team
        self.played = self.points = self.difference = self.scored = self.direct = 0

    def key(self):
        return -self.points, -self.direct, -self.difference, -self.scored


class TournamentTable:
    def __init__(self, teams):
        self.order = tuple(teams)
        self.matches = []

    def _check(self, *teams):
        for team in teams:
            if team not in self.order:
                raise KeyError(team)

    def _take(self, home, away):
        for match in self.matches:
            if (match.home, match.away) == (home, away):
                self.matches.remove(match)
                return match
        return None

    def record(self, home, away, home_goals, away_goals):
        self._check(home, away)
        if home == away:
            raise ValueError("no team plays itself")
        if min(home_goals, away_goals) < 0:
            raise ValueError("goals cannot be taken back")
        self._take(home, away)
        self.matches.append(Match(home, away, home_goals, away_goals))

    def cancel(self, home, away):
        match = self._take(home, away)
        if match is None:
            raise KeyError((home, away))
        return match.home_goals, match.away_goals

    def standings(self):
        rows = {team: Row(team) for team in self.order}
        for match in self.matches:
            for team in (match.home, match.away):
                _, scored, conceded = match.of(team)
                row = rows[team]
                row.played += 1
                row.points += points_for(scored, conceded)
                row.difference += scored - conceded
                row.scored += scored
        for match in self.matches:
            if rows[match.home].points == rows[match.away].points:
                for team in (match.home, match.away):
                    rows[team].direct += points_for(*match.of(team)[1:])
        table = []
        rank = 0
        previous = None
        for place, row in enumerate(sorted(rows.values(), key=lambda row: (row.key(), row.team)), 1):
            if row.key() != previous:
                rank, previous = place, row.key()
            table.append((rank, row.team, row.played, row.points, row.difference, row.scored))
        return table

    def form(self, team, count):
        self._check(team)
        text = ""
        for match in reversed(self.matches):
            if len(text) == count:
                break
            if match.has(team):
                _, scored, conceded = match.of(team)
                text += "LDW"[(scored > conceded) - (scored < conceded) + 1]
        return text

    def open_matches(self):
        played = {(match.home, match.away) for match in self.matches}
        return [(home, away) for home in self.order for away in self.order if home != away and (home, away) not in played]
