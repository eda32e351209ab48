# Teams are compared in pairs by a function.
from functools import cmp_to_key


class TournamentTable:
    def __init__(self, teams):
        self.teams = tuple(teams)
        self.games = {}

    def record(self, home, away, home_goals, away_goals):
        if home not in self.teams or away not in self.teams:
            raise KeyError(f"{home} or {away}")
        if home == away:
            raise ValueError(home)
        if home_goals < 0 or away_goals < 0:
            raise ValueError("negative goals")
        self.games = {pair: goals for pair, goals in self.games.items() if pair != (home, away)}
        self.games[(home, away)] = (home_goals, away_goals)

    def cancel(self, home, away):
        goals = self.games[(home, away)]
        del self.games[(home, away)]
        return goals

    def played(self, team):
        games = []
        for (home, away), (mine, yours) in self.games.items():
            if home == team:
                games.append((away, mine, yours))
            if away == team:
                games.append((home, yours, mine))
        return games

    def total(self, team):
        points = difference = scored = 0
        for _, mine, yours in self.played(team):
            points += 3 if mine > yours else 1 if mine == yours else 0
            difference += mine - yours
            scored += mine
        return points, difference, scored

    def direct(self, team, totals):
        points = 0
        for other, mine, yours in self.played(team):
            if totals[other][0] == totals[team][0]:
                points += [0, 1, 3][(mine >= yours) + (mine > yours)]
        return points

    def standings(self):
        totals = {team: self.total(team) for team in self.teams}
        direct = {team: self.direct(team, totals) for team in self.teams}

        def compare(one, other):
            for table in (lambda team: totals[team][0], direct.get, lambda team: totals[team][1], lambda team: totals[team][2]):
                if table(one) != table(other):
                    return table(other) - table(one)
            return 0

        rows = []
        for place, team in enumerate(sorted(sorted(self.teams), key=cmp_to_key(compare))):
            if rows and compare(rows[-1][1], team) == 0:
                rank = rows[-1][0]
            else:
                rank = place + 1
            points, difference, scored = totals[team]
            rows.append((rank, team, len(self.played(team)), points, difference, scored))
        return rows

    def form(self, team, count):
        if team not in self.teams:
            raise KeyError(team)
        games = self.played(team)
        games.reverse()
        return "".join("W" if mine > yours else "D" if mine == yours else "L" for _, mine, yours in games[:count])

    def open_matches(self):
        from itertools import permutations

        return [pair for pair in permutations(self.teams, 2) if pair not in self.games]
