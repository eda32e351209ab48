"""The versions there are, each with the versions that it came from."""

from dataclasses import dataclass


@dataclass
class Version:
    parents: tuple
    fields: dict


class History:
    def __init__(self):
        self.versions = {0: Version((), {})}
        self.next = 1

    def add(self, parents, fields):
        number = self.next
        self.versions[number] = Version(tuple(parents), fields)
        self.next += 1
        return number

    def fields(self, number):
        return self.versions[number].fields

    def parent(self, number):
        """The first of the versions that this one came from."""
        parents = self.versions[number].parents
        if not parents:
            raise ValueError("the first version changes nothing")
        return parents[0]

    def behind(self, number):
        """A set of this version and all that it came from."""
        found = set()
        waiting = [number]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(self.versions[one].parents)
        return found

    def common(self, one, other):
        return max(self.behind(one) & self.behind(other))

    def keep_only(self, heads):
        """Forgets the versions that are behind none of these."""
        kept = {0}
        for head in heads:
            kept |= self.behind(head)
        self.versions = {number: version for number, version in self.versions.items() if number in kept}
