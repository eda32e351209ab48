# Gains tokens one by one.
class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        if capacity <= 0 or period <= 0 or strikes <= 0:
            raise ValueError
        self.capacity = capacity
        self.period = period
        self.strikes = strikes
        self.keys = {}
        self.present = 0

    def look(self, key):
        entry = self.keys.setdefault(key, {"tokens": self.capacity, "next": None, "bad": 0, "bar": None})
        while entry["next"] is not None and entry["next"] <= self.present:
            entry["tokens"] += 1
            entry["next"] += self.period
            if entry["tokens"] == self.capacity:
                entry["next"] = None
        if entry["bar"] is not None and entry["bar"] <= self.present:
            entry["bar"] = None
        return entry

    def pass_time(self, now):
        if now > self.present:
            self.present = now

    def allow(self, key, now, cost=1):
        if cost < 1 or cost > self.capacity:
            raise ValueError
        self.pass_time(now)
        entry = self.look(key)
        if entry["bar"] is not None:
            return False
        if entry["tokens"] < cost:
            entry["bad"] += 1
            if entry["bad"] >= self.strikes:
                entry["bad"] = 0
                entry["bar"] = self.present + self.period * 2
            return False
        if entry["next"] is None:
            entry["next"] = self.present + self.period
        entry["tokens"] -= cost
        entry["bad"] = 0
        return True

    def wait(self, key, now, cost=1):
        if cost < 1 or cost > self.capacity:
            raise ValueError
        self.pass_time(now)
        entry = self.look(key)
        time = self.present
        if entry["tokens"] < cost:
            time = entry["next"] + (cost - entry["tokens"] - 1) * self.period
        if entry["bar"] is not None and entry["bar"] > time:
            time = entry["bar"]
        return time - self.present

    def tokens(self, key, now):
        self.pass_time(now)
        return self.look(key)["tokens"]

    def barred(self, now):
        self.pass_time(now)
        return [key for key in sorted(self.keys) if self.look(key)["bar"] is not None]

    def forget_full(self, now):
        self.pass_time(now)
        entries = {key: self.look(key) for key in self.keys}
        self.keys = {key: entry for key, entry in entries.items() if entry["next"] is not None or entry["bar"] is not None}
        return len(entries) - len(self.keys)
