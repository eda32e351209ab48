# A log of all that was ever noted; the latest entry of each match counts, a cancelled one none.
class TournamentTable:
    def __init__(self, teams):
        self.teams = list(teams)
        self.log = []

    def current(self):
        """What counts, latest first."""
        seen, current = set(), []
        for home, away, goals in reversed(self.log):
            if (home, away) not in seen:
                seen.add((home, away))
                if goals is not None:
                    current.append((home, away, goals))
        return current

    def record(self, home, away, home_goals, away_goals):
        if not (home in self.teams and away in self.teams):
            raise KeyError((home, away))
        if home == away or min(home_goals, away_goals) < 0:
            raise ValueError((home_goals, away_goals))
        self.log.append((home, away, (home_goals, away_goals)))

    def cancel(self, home, away):
        for one, other, goals in self.current():
            if (one, other) == (home, away):
                self.log.append((home, away, None))
                return goals
        raise KeyError((home, away))

    def gains(self, team):
        gains = []
        for home, away, goals in self.current():
            if team == home:
                gains.append((away, *goals))
            elif team == away:
                gains.append((home, goals[1], goals[0]))
        return gains

    def standings(self):
        gains = {team: self.gains(team) for team in self.teams}

        def points(team, others):
            values = [(3 if a > b else 1 if a == b else 0) for other, a, b in gains[team] if other in others]
            return sum(values)

        whole = {team: points(team, self.teams) for team in self.teams}
        rest = list(self.teams)
        keys = {}
        for team in rest:
            level = [other for other in rest if whole[other] == whole[team]]
            scored = sum(a for _, a, _ in gains[team])
            conceded = sum(b for _, _, b in gains[team])
            keys[team] = [whole[team], points(team, level), scored - conceded, scored]
        table = []
        while rest:
            best = max(keys[team] for team in rest)
            winners = sorted(team for team in rest if keys[team] == best)
            rank = len(table) + 1
            for team in winners:
                table.append((rank, team, len(gains[team]), best[0], best[2], best[3]))
            rest = [team for team in rest if team not in winners]
        return table

    def form(self, team, count):
        if team not in self.teams:
            raise KeyError(team)
        letters = ["W" if a > b else "D" if a == b else "L" for _, a, b in self.gains(team)]
        return "".join(letters[:count])

    def open_matches(self):
        done = [entry[:2] for entry in self.current()]
        return [(a, b) for a in self.teams for b in self.teams if a != b and (a, b) not in done]
