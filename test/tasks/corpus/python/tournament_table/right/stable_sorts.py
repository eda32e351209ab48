# Four stable sorts, the least important one first.
class TournamentTable:
    def __init__(self, teams):
        self.team_list = list(teams)
        self.team_set = set(teams)
        self.entries = {}
        self.serial = 0

    def record(self, home, away, home_goals, away_goals):
        if home not in self.team_set:
            raise KeyError(home)
        if away not in self.team_set:
            raise KeyError(away)
        if home == away or home_goals < 0 or away_goals < 0:
            raise ValueError("no such result")
        self.serial += 1
        self.entries[(home, away)] = (self.serial, home_goals, away_goals)

    def cancel(self, home, away):
        _, home_goals, away_goals = self.entries.pop((home, away))
        return (home_goals, away_goals)

    def history(self, team):
        history = []
        for (home, away), (serial, home_goals, away_goals) in self.entries.items():
            if home == team:
                history.append((serial, away, home_goals, away_goals))
            elif away == team:
                history.append((serial, home, away_goals, home_goals))
        return sorted(history)

    def standings(self):
        facts = {}
        for team in self.team_list:
            history = self.history(team)
            wins = sum(1 for _, _, mine, theirs in history if mine > theirs)
            draws = sum(1 for _, _, mine, theirs in history if mine == theirs)
            scored = sum(entry[2] for entry in history)
            conceded = sum(entry[3] for entry in history)
            facts[team] = [len(history), 3 * wins + draws, scored - conceded, scored]
        mutual = {}
        for team in self.team_list:
            mutual[team] = 0
            for _, other, mine, theirs in self.history(team):
                if facts[other][1] == facts[team][1]:
                    mutual[team] += 3 if mine > theirs else int(mine == theirs)
        order = sorted(self.team_list)
        order.sort(key=lambda team: facts[team][3], reverse=True)
        order.sort(key=lambda team: facts[team][2], reverse=True)
        order.sort(key=mutual.get, reverse=True)
        order.sort(key=lambda team: facts[team][1], reverse=True)
        table, last = [], None
        for team in order:
            now = (facts[team][1:], mutual[team])
            rank = table[-1][0] if now == last else len(table) + 1
            last = now
            table.append((rank, team, *facts[team]))
        return table

    def form(self, team, count):
        if team not in self.team_set:
            raise KeyError(team)
        history = self.history(team)
        text = ""
        while history and count > 0:
            _, _, mine, theirs = history.pop()
            text += "W" if mine > theirs else "D" if mine == theirs else "L"
            count -= 1
        return text

    def open_matches(self):
        result = []
        for home in self.team_list:
            result.extend((home, away) for away in self.team_list if away != home and (home, away) not in self.entries)
        return result
