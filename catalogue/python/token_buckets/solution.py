class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        if capacity < 1 or period < 1 or strikes < 1:
            raise ValueError("capacity, period and strikes must be at least 1")
        self.capacity = capacity
        self.period = period
        self.strikes = strikes
        self.clock = 0
        self.buckets = {}

    def bucket(self, key):
        if key not in self.buckets:
            self.buckets[key] = {"tokens": self.capacity, "since": self.clock, "denied": 0, "barred_until": 0}
        return self.buckets[key]

    def advance(self, now):
        self.clock = max(self.clock, now)

    def fill(self, bucket):
        gained = (self.clock - bucket["since"]) // self.period
        bucket["tokens"] += gained
        bucket["since"] += gained * self.period
        if bucket["tokens"] >= self.capacity:
            bucket["tokens"] = self.capacity
            bucket["since"] = self.clock

    def allow(self, key, now, cost=1):
        if not 1 <= cost <= self.capacity:
            raise ValueError("the cost must be from 1 to the capacity")
        self.advance(now)
        bucket = self.bucket(key)
        self.fill(bucket)
        if self.clock < bucket["barred_until"]:
            return False
        if bucket["tokens"] >= cost:
            bucket["tokens"] -= cost
            bucket["denied"] = 0
            return True
        bucket["denied"] += 1
        if bucket["denied"] == self.strikes:
            bucket["denied"] = 0
            bucket["barred_until"] = self.clock + 2 * self.period
        return False

    def wait(self, key, now, cost=1):
        if not 1 <= cost <= self.capacity:
            raise ValueError("the cost must be from 1 to the capacity")
        self.advance(now)
        bucket = self.bucket(key)
        self.fill(bucket)
        missing = max(0, cost - bucket["tokens"])
        ready = bucket["since"] + missing * self.period if missing else self.clock
        return max(ready, bucket["barred_until"]) - self.clock

    def tokens(self, key, now):
        self.advance(now)
        bucket = self.bucket(key)
        self.fill(bucket)
        return bucket["tokens"]

    def barred(self, now):
        self.advance(now)
        return sorted(key for key, bucket in self.buckets.items() if self.clock < bucket["barred_until"])

    def forget_full(self, now):
        self.advance(now)
        gone = []
        for key, bucket in self.buckets.items():
            self.fill(bucket)
            if bucket["tokens"] == self.capacity and self.clock >= bucket["barred_until"]:
                gone.append(key)
        for key in gone:
            del self.buckets[key]
        return len(gone)
