"""Committed versions, each kept as what it changed."""


class PastVersions:
    def __init__(self):
        self.histories = {}
        self.count = 0

    def newest(self):
        return self.count

    def add(self, changes):
        self.count += 1
        for key, value in changes.items():
            self.histories.setdefault(key, []).append((self.count, value))

    def lookup(self, version, key):
        self._check(version)
        value = None
        for number, later in self.histories.get(key, []):
            if number > version:
                break
            value = later
        return value

    def differences(self, first, last):
        self._check(first)
        self._check(last)
        found = []
        for key in sorted(self.histories):
            old, new = self.lookup(first, key), self.lookup(last, key)
            if old != new:
                found.append([key, old, new])
        return found

    def _check(self, version):
        if version < 0 or version > self.count:
            raise IndexError(f"there is no version {version}")
