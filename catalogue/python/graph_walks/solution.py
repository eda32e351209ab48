from heapq import heapify, heappop, heappush


class WalkGraph:
    """A directed graph of names; each name knows those after it and those before it."""

    def __init__(self, links, names=()):
        self.after = {}
        self.before = {}
        for name in names:
            self._add(name)
        for one, other in links:
            self._add(one)
            self._add(other)
            self.after[one].append(other)
            self.before[other].append(one)

    def walk(self, start):
        walk, stack = [], [start]
        while stack:
            name = stack.pop()
            if name not in walk:
                walk.append(name)
                stack.extend(reversed(self.after[name]))
        return walk

    def layers(self, start):
        layers = []
        for name, distance in sorted(self._distances(start, self.after).items()):
            while len(layers) <= distance:
                layers.append([])
            layers[distance].append(name)
        return layers

    def route(self, start, goal):
        if start not in self.after:
            raise KeyError(start)
        left = self._distances(goal, self.before)
        if start not in left:
            return None
        route = [start]
        while route[-1] != goal:
            here = left[route[-1]]
            route.append(min(name for name in self.after[route[-1]] if left.get(name) == here - 1))
        return route

    def sides(self):
        side = {}
        for first in sorted(self.after):
            if first in side:
                continue
            side[first] = 0
            waiting = [first]
            for name in waiting:
                for other in self.after[name] + self.before[name]:
                    if other not in side:
                        side[other] = 1 - side[name]
                        waiting.append(other)
                    elif side[other] == side[name]:
                        return None
        return tuple([name for name in sorted(side) if side[name] == number] for number in (0, 1))

    def order(self):
        missing = {name: len(self.before[name]) for name in self.after}
        ready = [name for name in missing if missing[name] == 0]
        heapify(ready)
        order = []
        while ready:
            name = heappop(ready)
            order.append(name)
            for other in self.after[name]:
                missing[other] -= 1
                if missing[other] == 0:
                    heappush(ready, other)
        if len(order) < len(missing):
            raise ValueError("some names wait for each other")
        return order

    def _add(self, name):
        self.after.setdefault(name, [])
        self.before.setdefault(name, [])

    def _distances(self, start, onward):
        distances = {start: 0}
        waiting = [start]
        for name in waiting:
            for other in onward[name]:
                if other not in distances:
                    distances[other] = distances[name] + 1
                    waiting.append(other)
        return distances
