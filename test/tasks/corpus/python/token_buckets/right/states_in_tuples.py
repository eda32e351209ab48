# The state of a key is a tuple that is replaced.
class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        if not (capacity >= 1 and period >= 1 and strikes >= 1):
            raise ValueError("all three must be at least 1")
        self.capacity = capacity
        self.period = period
        self.strikes = strikes
        self.states = {}
        self.last = 0

    def now(self, now):
        self.last = max(now, self.last)
        return self.last

    def state(self, key, now):
        tokens, anchor, denials, until = self.states.get(key, (self.capacity, now, 0, 0))
        periods = (now - anchor) // self.period
        if tokens + periods >= self.capacity:
            tokens, anchor = self.capacity, now
        else:
            tokens, anchor = tokens + periods, anchor + periods * self.period
        self.states[key] = tokens, anchor, denials, until
        return self.states[key]

    def allow(self, key, now, cost=1):
        if cost not in range(1, self.capacity + 1):
            raise ValueError(cost)
        now = self.now(now)
        tokens, anchor, denials, until = self.state(key, now)
        if now < until:
            return False
        if cost <= tokens:
            self.states[key] = tokens - cost, anchor, 0, until
            return True
        denials += 1
        if denials == self.strikes:
            denials, until = 0, now + 2 * self.period
        self.states[key] = tokens, anchor, denials, until
        return False

    def wait(self, key, now, cost=1):
        if cost not in range(1, self.capacity + 1):
            raise ValueError(cost)
        now = self.now(now)
        tokens, anchor, _, until = self.state(key, now)
        times = [now, until]
        if tokens < cost:
            times.append(anchor + self.period * (cost - tokens))
        return max(times) - now

    def tokens(self, key, now):
        return self.state(key, self.now(now))[0]

    def barred(self, now):
        now = self.now(now)
        return sorted(key for key, (_, _, _, until) in self.states.items() if until > now)

    def forget_full(self, now):
        now = self.now(now)
        before = len(self.states)
        kept = {}
        for key in list(self.states):
            tokens, anchor, denials, until = self.state(key, now)
            if tokens != self.capacity or until > now:
                kept[key] = tokens, anchor, denials, until
        self.states = kept
        return before - len(kept)
