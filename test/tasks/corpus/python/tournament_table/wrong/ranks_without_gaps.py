# After a shared rank the next number follows.
class TournamentTable:
    def __init__(self, teams):
        self.teams = list(teams)
        self.results = {}

    def record(self, home, away, home_goals, away_goals):
        for team in (home, away):
            if team not in self.teams:
                raise KeyError(team)
        if home == away or home_goals < 0 or away_goals < 0:
            raise ValueError
        self.results.pop((home, away), None)
        self.results[home, away] = (home_goals, away_goals)

    def cancel(self, home, away):
        return self.results.pop((home, away))

    def matches(self, team):
        """Goals scored and conceded, and the opponent, oldest first."""
        for (home, away), (home_goals, away_goals) in self.results.items():
            if team == home:
                yield home_goals, away_goals, away
            elif team == away:
                yield away_goals, home_goals, home

    def points(self, team, among):
        total = 0
        for scored, conceded, other in self.matches(team):
            if other in among:
                total += 3 * (scored > conceded) + (scored == conceded)
        return total

    def standings(self):
        points = {team: self.points(team, self.teams) for team in self.teams}
        keys, rows = {}, []
        for team in self.teams:
            level = [other for other in self.teams if points[other] == points[team]]
            matches = list(self.matches(team))
            scored = sum(match[0] for match in matches)
            difference = scored - sum(match[1] for match in matches)
            keys[team] = (points[team], self.points(team, level), difference, scored)
            rows.append((team, len(matches), points[team], difference, scored))
        rows.sort(key=lambda row: row[0])
        rows.sort(key=lambda row: keys[row[0]], reverse=True)
        ordered = sorted(set(keys.values()), reverse=True)
        return [(ordered.index(keys[row[0]]) + 1, *row) for row in rows]

    def form(self, team, count):
        if team not in self.teams:
            raise KeyError(team)
        letters = ["W" if scored > conceded else "L" if scored < conceded else "D" for scored, conceded, _ in self.matches(team)]
        return "".join(letters[::-1][:count])

    def open_matches(self):
        pairs = [(home, away) for home in self.teams for away in self.teams if home != away]
        return [pair for pair in pairs if pair not in self.results]
