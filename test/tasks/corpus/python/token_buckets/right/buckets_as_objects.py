# A bucket is an object that is brought up to date when it is looked at.
class Bucket:
    def __init__(self, capacity, period):
        self.capacity = capacity
        self.period = period
        self.tokens = capacity
        self.since = 0
        self.denials = 0
        self.free_at = 0

    def update(self, now):
        if self.tokens < self.capacity:
            gained = (now - self.since) // self.period
            self.tokens = min(self.capacity, self.tokens + gained)
            self.since += gained * self.period

    def take(self, cost, now):
        if self.tokens == self.capacity:
            self.since = now
        self.tokens -= cost


class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        if capacity < 1 or period < 1 or strikes < 1:
            raise ValueError("below 1")
        self.capacity = capacity
        self.period = period
        self.strikes = strikes
        self.buckets = {}
        self.clock = 0

    def tick(self, now):
        self.clock = max(self.clock, now)
        return self.clock

    def bucket(self, key, now):
        if key not in self.buckets:
            self.buckets[key] = Bucket(self.capacity, self.period)
        self.buckets[key].update(now)
        return self.buckets[key]

    def check(self, cost):
        if not 1 <= cost <= self.capacity:
            raise ValueError("cost")

    def allow(self, key, now, cost=1):
        self.check(cost)
        now = self.tick(now)
        bucket = self.bucket(key, now)
        if now < bucket.free_at:
            return False
        if bucket.tokens >= cost:
            bucket.take(cost, now)
            bucket.denials = 0
            return True
        bucket.denials += 1
        if bucket.denials == self.strikes:
            bucket.denials = 0
            bucket.free_at = now + 2 * self.period
        return False

    def wait(self, key, now, cost=1):
        self.check(cost)
        now = self.tick(now)
        bucket = self.bucket(key, now)
        ready = now
        if bucket.tokens < cost:
            ready = bucket.since + (cost - bucket.tokens) * self.period
        return max(ready, bucket.free_at) - now

    def tokens(self, key, now):
        return self.bucket(key, self.tick(now)).tokens

    def barred(self, now):
        now = self.tick(now)
        return sorted(key for key, bucket in self.buckets.items() if now < bucket.free_at)

    def forget_full(self, now):
        now = self.tick(now)
        full = [key for key in self.buckets if self.bucket(key, now).tokens == self.capacity and now >= self.buckets[key].free_at]
        for key in full:
            del self.buckets[key]
        return len(full)
