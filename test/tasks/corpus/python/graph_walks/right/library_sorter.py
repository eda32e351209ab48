# The order with graphlib, the rest with sets.
import heapq
from graphlib import CycleError, TopologicalSorter


class WalkGraph:
    def __init__(self, links, names=()):
        self.links = {}
        for name in names:
            self.links[name] = []
        for a, b in links:
            for name in (a, b):
                if name not in self.links:
                    self.links[name] = []
            if b not in self.links[a]:
                self.links[a] += [b]

    def walk(self, start):
        if start not in self.links:
            raise KeyError(start)
        visited = []
        waiting = [start]
        while waiting:
            name = waiting.pop(0)
            if name in visited:
                continue
            visited.append(name)
            waiting[:0] = self.links[name]
        return visited

    def layers(self, start):
        rest = set(self.links)
        layer = {start}
        found = []
        rest.remove(start)
        while layer:
            found.append(sorted(layer))
            layer = {other for name in layer for other in self.links[name] if other in rest}
            rest -= layer
        return found

    def route(self, start, goal):
        self.links[start], self.links[goal]
        heap = [(1, [start])]
        done = set()
        while heap:
            length, way = heapq.heappop(heap)
            if way[-1] == goal:
                return way
            if way[-1] in done:
                continue
            done.add(way[-1])
            for other in self.links[way[-1]]:
                if other not in done:
                    heapq.heappush(heap, (length + 1, [*way, other]))
        return None

    def sides(self):
        both = {name: set(others) for name, others in self.links.items()}
        for name, others in self.links.items():
            for other in others:
                both[other].add(name)
        first, second = set(), set()
        for name in sorted(both):
            if name in first | second:
                continue
            near, far = {name}, set()
            while True:
                far_new = set().union(*(both[each] for each in near))
                near_new = near.union(*(both[each] for each in far_new))
                if (near_new, far_new) == (near, far):
                    break
                near, far = near_new, far_new
            if near & far:
                return None
            first |= near
            second |= far
        return sorted(first), sorted(second)

    def order(self):
        sorter = TopologicalSorter({name: [] for name in self.links})
        for name, others in self.links.items():
            for other in others:
                sorter.add(other, name)
        try:
            sorter.prepare()
        except CycleError as error:
            raise ValueError("no order") from error
        order, ready = [], []
        while sorter.is_active():
            for name in sorter.get_ready():
                heapq.heappush(ready, name)
            order.append(heapq.heappop(ready))
            sorter.done(order[-1])
        return order
