# A name that is linked to itself only waits for the others.
from collections import deque


class WalkGraph:
    def __init__(self, links, names=()):
        self.after = {name: [] for name in names}
        for a, b in links:
            self.after.setdefault(a, [])
            self.after.setdefault(b, [])
            if b not in self.after[a]:
                self.after[a].append(b)

    def walk(self, start):
        if start not in self.after:
            raise KeyError(start)
        seen, stack = [], [start]
        known = set()
        while stack:
            name = stack.pop()
            if name not in known:
                known.add(name)
                seen.append(name)
                stack.extend(reversed(self.after[name]))
        return seen

    def layers(self, start):
        layer, seen = [start], {start}
        self.after[start]
        found = []
        while layer:
            found.append(layer)
            following = {other for name in layer for other in self.after[name]} - seen
            seen |= following
            layer = sorted(following)
        return found

    def route(self, start, goal):
        if start not in self.after or goal not in self.after:
            raise KeyError
        queue, before = deque([start]), {start: None}
        while queue:
            name = queue.popleft()
            if name == goal:
                break
            for other in sorted(self.after[name]):
                if other not in before:
                    before[other] = name
                    queue.append(other)
        if goal not in before:
            return None
        way = [goal]
        while before[way[-1]] is not None:
            way.append(before[way[-1]])
        return way[::-1]

    def sides(self):
        beside = {name: set() for name in self.after}
        for a, others in self.after.items():
            for b in others:
                beside[a].add(b)
                beside[b].add(a)
        side = {}
        for first in sorted(beside):
            if first in side:
                continue
            side[first] = 0
            stack = [first]
            while stack:
                name = stack.pop()
                for other in beside[name]:
                    if other not in side:
                        side[other] = 1 - side[name]
                        stack.append(other)
                    elif side[other] == side[name]:
                        return None
        return tuple([name for name in sorted(side) if side[name] == number] for number in (0, 1))

    def order(self):
        waiting = {name: 0 for name in self.after}
        for others in self.after.values():
            for b in others:
                waiting[b] += self.after[b] != [b]
        order = []
        while waiting:
            free = [name for name, count in waiting.items() if count == 0]
            if not free:
                raise ValueError("no order")
            name = min(free)
            del waiting[name]
            order.append(name)
            for b in self.after[name]:
                if b in waiting:
                    waiting[b] -= 1
        return order
