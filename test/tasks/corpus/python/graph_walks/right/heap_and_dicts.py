# Dicts as ordered sets, recursion for the walk and a heap for the order.
import heapq


class WalkGraph:
    def __init__(self, links, names=()):
        self.out = {}
        self.into = {}
        for name in names:
            self._know(name)
        for a, b in links:
            self._know(a)
            self._know(b)
            self.out[a][b] = True
            self.into[b][a] = True

    def _know(self, name):
        self.out.setdefault(name, {})
        self.into.setdefault(name, {})

    def walk(self, start):
        visited = {}
        path = [iter([start])]
        self.out[start]
        while path:
            name = next(path[-1], None)
            if name is None:
                path.pop()
            elif name not in visited:
                visited[name] = True
                path.append(iter(self.out[name]))
        return list(visited)

    def layers(self, start):
        distance = {start: 0}
        row = [start]
        for name in row:
            for other in self.out[name]:
                if other not in distance:
                    distance[other] = distance[name] + 1
                    row.append(other)
        layers = [[] for _ in range(max(distance.values()) + 1)]
        for name in sorted(distance):
            layers[distance[name]].append(name)
        return layers

    def route(self, start, goal):
        self.out[start]
        # How far each name is from the goal, against the links.
        far = {goal: 0}
        row = [goal]
        for name in row:
            for other in self.into[name]:
                if other not in far:
                    far[other] = far[name] + 1
                    row.append(other)
        if start not in far:
            return None
        way = [start]
        while way[-1] != goal:
            way.append(min(other for other in self.out[way[-1]] if far.get(other, -1) == far[way[-1]] - 1))
        return way

    def sides(self):
        left, right = set(), set()
        for first in sorted(self.out):
            if first in left or first in right:
                continue
            left.add(first)
            row = [first]
            for name in row:
                mine, yours = (left, right) if name in left else (right, left)
                for other in [*self.out[name], *self.into[name]]:
                    if other in mine:
                        return None
                    if other not in yours:
                        yours.add(other)
                        row.append(other)
        return sorted(left), sorted(right)

    def order(self):
        missing = {name: len(before) for name, before in self.into.items()}
        heap = [name for name in missing if not missing[name]]
        heapq.heapify(heap)
        order = []
        while heap:
            name = heapq.heappop(heap)
            order.append(name)
            for other in self.out[name]:
                missing[other] -= 1
                if missing[other] == 0:
                    heapq.heappush(heap, other)
        if len(order) < len(missing):
            raise ValueError("a ring")
        return order
