# Levels are kept in units of time, a period for each token.
class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        if capacity < 1 or period < 1 or strikes < 1:
            raise ValueError("numbers below 1")
        self.most = capacity * period
        self.period = period
        self.strikes = strikes
        self.levels = {}
        self.bans = {}
        self.rows = {}
        self.time = 0

    def flow(self, now):
        passed = max(0, now - self.time)
        self.time += passed
        for key in self.levels:
            self.levels[key] = min(self.most, self.levels[key] + passed)

    def units(self, cost):
        if cost < 1 or cost * self.period > self.most:
            raise ValueError("impossible cost")
        return cost * self.period

    def allow(self, key, now, cost=1):
        units = self.units(cost)
        self.flow(now)
        level = self.levels.setdefault(key, self.most)
        if self.bans.get(key, 0) > self.time:
            return False
        if level >= units:
            self.levels[key] = level - units
            self.rows.pop(key, None)
            return True
        row = self.rows.pop(key, 0) + 1
        if row < self.strikes:
            self.rows[key] = row
        else:
            self.bans[key] = self.time + 2 * self.period
        return False

    def wait(self, key, now, cost=1):
        units = self.units(cost)
        self.flow(now)
        return max(units - self.levels.setdefault(key, self.most), self.bans.get(key, 0) - self.time, 0)

    def tokens(self, key, now):
        self.flow(now)
        return self.levels.setdefault(key, self.most) // self.period

    def barred(self, now):
        self.flow(now)
        return sorted(key for key, end in self.bans.items() if end > self.time)

    def forget_full(self, now):
        self.flow(now)
        banned = self.barred(now)
        full = [key for key, level in self.levels.items() if level == self.most and key not in banned]
        for key in full:
            self.levels.pop(key)
            self.bans.pop(key, None)
            self.rows.pop(key, None)
        return len(full)
