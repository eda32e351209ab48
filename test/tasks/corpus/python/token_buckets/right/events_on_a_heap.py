# Coming tokens and ends of bars are events on one heap.
from heapq import heappop, heappush


class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        if any(number < 1 for number in (capacity, period, strikes)):
            raise ValueError("a number is below 1")
        self.capacity = capacity
        self.period = period
        self.strikes = strikes
        self.level = {}
        self.coming = {}
        self.rows = {}
        self.bars = {}
        self.events = []
        self.time = 0

    def advance(self, now):
        now = max(now, self.time)
        while self.events and self.events[0][0] <= now:
            time, kind, key = heappop(self.events)
            if kind == "bar":
                del self.bars[key]
                continue
            self.level[key] += 1
            if self.level[key] < self.capacity:
                self.schedule(time, key)
            else:
                del self.coming[key]
        self.time = now

    def schedule(self, time, key):
        self.coming[key] = time + self.period
        heappush(self.events, (self.coming[key], "token", key))

    def cost_is_possible(self, cost):
        if not 0 < cost <= self.capacity:
            raise ValueError("that can never be allowed")

    def allow(self, key, now, cost=1):
        self.cost_is_possible(cost)
        self.advance(now)
        level = self.level.setdefault(key, self.capacity)
        if key in self.bars:
            return False
        if level >= cost:
            self.rows[key] = 0
            self.level[key] -= cost
            if key not in self.coming:
                self.schedule(self.time, key)
            return True
        self.rows[key] = self.rows.get(key, 0) + 1
        if self.rows[key] == self.strikes:
            self.rows[key] = 0
            self.bars[key] = self.time + 2 * self.period
            heappush(self.events, (self.bars[key], "bar", key))
        return False

    def wait(self, key, now, cost=1):
        self.cost_is_possible(cost)
        self.advance(now)
        short = cost - self.level.setdefault(key, self.capacity)
        enough = self.coming[key] + (short - 1) * self.period if short > 0 else self.time
        return max(enough, self.bars.get(key, self.time)) - self.time

    def tokens(self, key, now):
        self.advance(now)
        return self.level.setdefault(key, self.capacity)

    def barred(self, now):
        self.advance(now)
        return sorted(self.bars)

    def forget_full(self, now):
        self.advance(now)
        names = [key for key in self.level if key not in self.coming and key not in self.bars]
        for key in names:
            del self.level[key]
            self.rows.pop(key, None)
        return len(names)
