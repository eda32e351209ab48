# A bucket is the time at which it will be full.
class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        if min(capacity, period, strikes) < 1:
            raise ValueError("too small")
        self.capacity, self.period, self.strikes = capacity, period, strikes
        self.full_at = {}
        self.row = {}
        self.until = {}
        self.latest = 0

    def at(self, now):
        if now > self.latest:
            self.latest = now
        return self.latest

    def missing(self, key, now):
        left = self.full_at.setdefault(key, 0) - now
        return max(0, -(-left // self.period))

    def tokens(self, key, now):
        return self.capacity - self.missing(key, self.at(now))

    def allow(self, key, now, cost=1):
        if cost < 1 or cost > self.capacity:
            raise ValueError("cost")
        now = self.at(now)
        missing = self.missing(key, now)
        if self.until.get(key, 0) > now:
            return False
        if missing + cost <= self.capacity:
            self.full_at[key] = max(self.full_at[key], now) + cost * self.period
            self.row[key] = 0
            return True
        self.row[key] = self.row.get(key, 0) + 1
        if self.row[key] >= self.strikes:
            self.row[key] = 0
            self.until[key] = now + self.period + self.period
        return False

    def wait(self, key, now, cost=1):
        if cost < 1 or cost > self.capacity:
            raise ValueError("cost")
        now = self.at(now)
        self.missing(key, now)
        enough = self.full_at[key] - (self.capacity - cost) * self.period
        return max(0, enough - now, self.until.get(key, 0) - now)

    def barred(self, now):
        now = self.at(now)
        return sorted(key for key, time in self.until.items() if time > now)

    def forget_full(self, now):
        now = self.at(now)
        names = [key for key, time in self.full_at.items() if time <= now and self.until.get(key, 0) <= now]
        for key in names:
            for table in (self.full_at, self.row, self.until):
                table.pop(key, None)
        return len(names)
