# The dict's own order tells which entry was put first, so no numbers are kept.
class TimedCache:
    def __init__(self, capacity, lifetime):
        if capacity < 1 or lifetime < 1:
            raise ValueError
        self.room, self.span = capacity, lifetime
        self.today = 0
        self.box = {}

    def update(self, now):
        if now < self.today:
            raise ValueError
        self.today = now
        self.box = {key: row for key, row in self.box.items() if row[0] > now}

    def put(self, key, value, now, lifetime=None):
        self.update(now)
        victim = None
        if self.box.pop(key, None) is None and len(self.box) >= self.room:
            victim = self.list()[0]
            self.box.pop(victim)
        until = now + (self.span if lifetime is None else lifetime)
        if until > now:
            self.box[key] = (until, 0, value)
        return victim

    def get(self, key, now):
        self.update(now)
        until, reads, value = self.box[key]
        self.box[key] = (until, reads + 1, value)
        return value

    def extend(self, key, now, time):
        self.update(now)
        try:
            until, reads, value = self.box[key]
        except KeyError:
            return False
        self.box[key] = (min(until + time, now + 2 * self.span), reads, value)
        return True

    def list(self):
        return sorted(self.box, key=lambda key: self.box[key][:2])

    def keys(self, now):
        self.update(now)
        return self.list()
