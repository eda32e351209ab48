# Each team is an object that keeps its own matches.
class Team:
    def __init__(self, name):
        self.name = name
        self.home = {}
        self.seen = {}

    def note(self, key, opponent, mine, theirs):
        self.seen.pop(key, None)
        self.seen[key] = (opponent, mine, theirs)

    def points(self, opponents=None):
        points = 0
        for opponent, mine, theirs in self.seen.values():
            if opponents is None or opponent in opponents:
                if mine > theirs:
                    points += 3
                elif mine == theirs:
                    points += 1
        return points

    @property
    def scored(self):
        return sum(mine for _, mine, _ in self.seen.values())

    @property
    def difference(self):
        return self.scored - sum(theirs for _, _, theirs in self.seen.values())


class TournamentTable:
    def __init__(self, teams):
        self.teams = {name: Team(name) for name in teams}

    def record(self, home, away, home_goals, away_goals):
        one, other = self.teams[home], self.teams[away]
        if one is other or home_goals < 0 or away_goals < 0:
            raise ValueError
        one.home[away] = (home_goals, away_goals)
        one.note((home, away), other, home_goals, away_goals)
        other.note((home, away), one, away_goals, home_goals)

    def cancel(self, home, away):
        result = self.teams[home].home.pop(away)
        for name in (home, away):
            del self.teams[name].seen[home, away]
        return result

    def standings(self):
        by_points = {}
        for team in self.teams.values():
            by_points.setdefault(team.points(), []).append(team)
        strength = {}
        for points, group in by_points.items():
            for team in group:
                strength[team.name] = (points, team.points(group), team.difference, team.scored)
        rows = []
        for name in sorted(strength):
            team = self.teams[name]
            rank = 1
            for other in strength.values():
                if other > strength[name]:
                    rank += 1
            rows.append((rank, name, len(team.seen), strength[name][0], team.difference, team.scored))
        rows.sort(key=lambda row: row[0])
        return rows

    def form(self, team, count):
        seen = list(self.teams[team].seen.values())
        letters = ["LDW"[1 + (mine > theirs) - (mine < theirs)] for _, mine, theirs in seen]
        letters.reverse()
        return "".join(letters[:count])

    def open_matches(self):
        return [(one, other) for one, team in self.teams.items() for other in self.teams if other != one and other not in team.home]
