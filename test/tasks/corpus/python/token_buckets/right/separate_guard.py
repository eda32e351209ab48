# Buckets and the guard that bars keys are two classes.
class Guard:
    def __init__(self, strikes, length):
        self.strikes = strikes
        self.length = length
        self.rows = {}
        self.ends = {}

    def bars(self, key, now):
        return self.ends.get(key, -1) > now

    def denied(self, key, now):
        self.rows[key] = self.rows.get(key, 0) + 1
        if self.rows[key] == self.strikes:
            self.ends[key] = now + self.length
            self.rows[key] = 0

    def allowed(self, key):
        self.rows[key] = 0

    def drop(self, key):
        self.rows.pop(key, None)
        self.ends.pop(key, None)


class Buckets:
    def __init__(self, capacity, period):
        self.capacity = capacity
        self.period = period
        self.spent = {}

    def level(self, key, now):
        spent, start = self.spent.setdefault(key, (0, now))
        back = (now - start) // self.period
        if back >= spent:
            self.spent[key] = (0, now)
            return self.capacity
        return self.capacity - spent + back

    def spend(self, key, now, cost):
        self.level(key, now)
        spent, start = self.spent[key]
        self.spent[key] = (spent + cost, start)

    def time_of(self, key, now, cost):
        if self.level(key, now) >= cost:
            return now
        spent, start = self.spent[key]
        return start + (spent - self.capacity + cost) * self.period


class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        if capacity < 1:
            raise ValueError("capacity")
        if period < 1:
            raise ValueError("period")
        if strikes < 1:
            raise ValueError("strikes")
        self.buckets = Buckets(capacity, period)
        self.guard = Guard(strikes, 2 * period)
        self.latest = 0

    def clock(self, now, cost=1):
        if cost < 1 or cost > self.buckets.capacity:
            raise ValueError("cost")
        self.latest = max(now, self.latest)
        return self.latest

    def allow(self, key, now, cost=1):
        now = self.clock(now, cost)
        level = self.buckets.level(key, now)
        if self.guard.bars(key, now):
            return False
        if level < cost:
            self.guard.denied(key, now)
            return False
        self.buckets.spend(key, now, cost)
        self.guard.allowed(key)
        return True

    def wait(self, key, now, cost=1):
        now = self.clock(now, cost)
        return max(self.buckets.time_of(key, now, cost), self.guard.ends.get(key, 0)) - now

    def tokens(self, key, now):
        return self.buckets.level(key, self.clock(now))

    def barred(self, now):
        now = self.clock(now)
        return sorted(key for key in self.guard.ends if self.guard.bars(key, now))

    def forget_full(self, now):
        now = self.clock(now)
        count = 0
        for key in sorted(self.buckets.spent):
            if self.buckets.level(key, now) == self.buckets.capacity and not self.guard.bars(key, now):
                del self.buckets.spent[key]
                self.guard.drop(key)
                count += 1
        return count
