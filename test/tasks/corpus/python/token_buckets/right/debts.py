# What is kept is the debt of tokens and the time at which it began.
from collections import defaultdict


def new_key():
    return {"debt": 0, "began": 0, "row": 0, "closed": 0}


class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        self.capacity = at_least_one(capacity)
        self.period = at_least_one(period)
        self.strikes = at_least_one(strikes)
        self.book = defaultdict(new_key)
        self.clock = 0

    def debt(self, key, now):
        """The tokens that are missing now."""
        self.clock = max(self.clock, now)
        entry = self.book[key]
        return max(0, entry["debt"] - (self.clock - entry["began"]) // self.period)

    def allow(self, key, now, cost=1):
        at_least_one(cost)
        at_least_one(self.capacity - cost + 1)
        debt = self.debt(key, now)
        entry = self.book[key]
        if self.clock < entry["closed"]:
            return False
        if debt + cost > self.capacity:
            entry["row"] += 1
            if entry["row"] == self.strikes:
                entry.update(row=0, closed=self.clock + 2 * self.period)
            return False
        if debt == 0:
            entry.update(debt=0, began=self.clock)
        entry["debt"] += cost
        entry["row"] = 0
        return True

    def wait(self, key, now, cost=1):
        at_least_one(cost)
        at_least_one(self.capacity - cost + 1)
        debt = self.debt(key, now)
        entry = self.book[key]
        result = max(0, entry["closed"] - self.clock)
        if debt + cost > self.capacity:
            payments = entry["debt"] + cost - self.capacity
            result = max(result, entry["began"] + payments * self.period - self.clock)
        return result

    def tokens(self, key, now):
        return self.capacity - self.debt(key, now)

    def barred(self, now):
        self.clock = max(self.clock, now)
        closed = [key for key in self.book if self.book[key]["closed"] > self.clock]
        closed.sort()
        return closed

    def forget_full(self, now):
        out = self.barred(now)
        full = [key for key in self.book if key not in out and self.debt(key, now) == 0]
        for key in full:
            self.book.pop(key)
        return len(full)


def at_least_one(number):
    if number < 1:
        raise ValueError("below 1")
    return number
