# Each key keeps a log of what was taken since it was last full.
class Log:
    def __init__(self):
        self.takings = []
        self.denials = []
        self.end_of_bar = 0

    def total(self):
        return sum(cost for _, cost in self.takings)


class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        if sorted([capacity, period, strikes])[0] < 1:
            raise ValueError("below one")
        self.capacity = capacity
        self.period = period
        self.strikes = strikes
        self.logs = {}
        self.greatest = 0

    def log(self, key, now):
        self.greatest = max(self.greatest, now)
        log = self.logs.get(key)
        if log is None:
            log = self.logs[key] = Log()
        if log.takings and self.returned(log) >= log.total():
            log.takings = []
        return log

    def returned(self, log):
        return (self.greatest - log.takings[0][0]) // self.period if log.takings else 0

    def level(self, log):
        return self.capacity - log.total() + self.returned(log)

    def possible(self, cost):
        if cost <= 0 or cost >= self.capacity + 1:
            raise ValueError("out of range")

    def allow(self, key, now, cost=1):
        self.possible(cost)
        log = self.log(key, now)
        if log.end_of_bar > self.greatest:
            return False
        allowed = self.level(log) >= cost
        if allowed:
            log.takings.append((self.greatest, cost))
            log.denials = []
        else:
            log.denials.append(self.greatest)
            if len(log.denials) == self.strikes:
                log.end_of_bar = log.denials[-1] + 2 * self.period
                log.denials = []
        return allowed

    def wait(self, key, now, cost=1):
        self.possible(cost)
        log = self.log(key, now)
        start = self.greatest
        if self.level(log) < cost:
            start = log.takings[0][0] + (log.total() + cost - self.capacity) * self.period
        return max(start, log.end_of_bar) - self.greatest

    def tokens(self, key, now):
        return self.level(self.log(key, now))

    def barred(self, now):
        self.greatest = max(self.greatest, now)
        return sorted([key for key in self.logs if self.logs[key].end_of_bar > self.greatest])

    def forget_full(self, now):
        self.greatest = max(self.greatest, now)
        gone = [key for key in self.logs if self.level(self.log(key, now)) == self.capacity and self.logs[key].end_of_bar <= self.greatest]
        for key in gone:
            del self.logs[key]
        return len(gone)
