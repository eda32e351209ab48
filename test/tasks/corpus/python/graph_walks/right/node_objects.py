# Nodes as objects that hold their neighbours.
from bisect import insort


class Place:
    def __init__(self, name):
        self.name = name
        self.targets = []
        self.sources = []

    def __lt__(self, other):
        return self.name < other.name


class WalkGraph:
    def __init__(self, links, names=()):
        self.places = {}
        for name in names:
            self._place(name)
        for a, b in links:
            a, b = self._place(a), self._place(b)
            if b not in a.targets:
                a.targets.append(b)
                b.sources.append(a)

    def _place(self, name):
        if name not in self.places:
            self.places[name] = Place(name)
        return self.places[name]

    def walk(self, start):
        order = []
        seen = set()
        stack = [self.places[start]]
        while stack:
            place = stack.pop()
            if place in seen:
                continue
            seen.add(place)
            order.append(place.name)
            stack += [target for target in place.targets[::-1] if target not in seen]
        return order

    def layers(self, start):
        layer = [self.places[start]]
        seen = set(layer)
        result = []
        while layer:
            result.append([place.name for place in layer])
            following = []
            for place in layer:
                for target in place.targets:
                    if target not in seen:
                        seen.add(target)
                        insort(following, target)
            layer = following
        return result

    def route(self, start, goal):
        first, last = self.places[start], self.places[goal]
        ways = [[first]]
        seen = {first}
        while ways:
            longer = []
            for way in ways:
                if way[-1] is last:
                    return [place.name for place in way]
                for target in sorted(way[-1].targets):
                    if target not in seen:
                        seen.add(target)
                        longer.append([*way, target])
            ways = longer
        return None

    def sides(self):
        on = {}
        for place in sorted(self.places.values()):
            if place in on:
                continue
            on[place] = 0
            stack = [place]
            while stack:
                here = stack.pop()
                for there in here.targets + here.sources:
                    if there not in on:
                        on[there] = 1 - on[here]
                        stack.append(there)
        for place in self.places.values():
            for target in place.targets:
                if on[target] == on[place]:
                    return None
        result = ([], [])
        for place in sorted(on):
            result[on[place]].append(place.name)
        return result

    def order(self):
        count = {place: len(place.sources) for place in self.places.values()}
        ready = sorted(place for place in count if count[place] == 0)
        order = []
        while ready:
            place = ready.pop(0)
            order.append(place.name)
            for target in place.targets:
                count[target] -= 1
                if count[target] == 0:
                    insort(ready, target)
        if len(order) != len(self.places):
            raise ValueError("links go in a ring")
        return order
