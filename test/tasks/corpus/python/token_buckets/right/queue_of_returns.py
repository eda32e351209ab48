# For each key a queue of the times at which tokens come back.
from collections import deque


class TokenBuckets:
    def __init__(self, capacity, period, strikes=3):
        for number in (capacity, period, strikes):
            if number < 1:
                raise ValueError(number)
        self.capacity = capacity
        self.period = period
        self.strikes = strikes
        self.returns = {}
        self.denied = {}
        self.banned = {}
        self.time = 0

    def arrive(self, now):
        self.time = self.time if now < self.time else now

    def queue(self, key):
        queue = self.returns.setdefault(key, deque())
        while queue and queue[0] <= self.time:
            queue.popleft()
        return queue

    def is_banned(self, key):
        return key in self.banned and self.time < self.banned[key]

    def refuse(self, cost):
        if cost < 1 or self.capacity < cost:
            raise ValueError(cost)

    def allow(self, key, now, cost=1):
        self.refuse(cost)
        self.arrive(now)
        queue = self.queue(key)
        if self.is_banned(key):
            return False
        if len(queue) + cost > self.capacity:
            count = self.denied.pop(key, 0) + 1
            if count == self.strikes:
                self.banned[key] = self.time + 2 * self.period
            else:
                self.denied[key] = count
            return False
        self.denied.pop(key, None)
        for _ in range(cost):
            queue.append((queue[-1] if queue else self.time) + self.period)
        return True

    def wait(self, key, now, cost=1):
        self.refuse(cost)
        self.arrive(now)
        queue = self.queue(key)
        needed = len(queue) + cost - self.capacity
        time = queue[needed - 1] if needed > 0 else self.time
        if self.is_banned(key):
            time = max(time, self.banned[key])
        return time - self.time

    def tokens(self, key, now):
        self.arrive(now)
        return self.capacity - len(self.queue(key))

    def barred(self, now):
        self.arrive(now)
        return sorted(filter(self.is_banned, self.banned))

    def forget_full(self, now):
        self.arrive(now)
        count = 0
        for key in list(self.returns):
            if not self.queue(key) and not self.is_banned(key):
                del self.returns[key]
                self.denied.pop(key, None)
                self.banned.pop(key, None)
                count += 1
        return count
