# Names are numbers in alphabetical order, links a table of truth values.
class WalkGraph:
    def __init__(self, links, names=()):
        known = set(names)
        for link in links:
            known.update(link)
        self.names = sorted(known)
        self.number = {name: at for at, name in enumerate(self.names)}
        count = len(self.names)
        self.table = [[False] * count for _ in range(count)]
        self.given = [[] for _ in range(count)]
        for a, b in links:
            i, j = self.number[a], self.number[b]
            if not self.table[i][j]:
                self.table[i][j] = True
                self.given[i].append(j)

    def _texts(self, numbers):
        return [self.names[at] for at in numbers]

    def walk(self, start):
        found = []
        new = [True] * len(self.names)
        stack = [(self.number[start], 0)]
        while stack:
            at, step = stack.pop()
            if step == 0:
                if not new[at]:
                    continue
                new[at] = False
                found.append(at)
            if step < len(self.given[at]):
                stack.append((at, step + 1))
                stack.append((self.given[at][step], 0))
        return self._texts(found)

    def _distances(self, at):
        distances = [None] * len(self.names)
        distances[at] = 0
        row = [at]
        for i in row:
            for j, linked in enumerate(self.table[i]):
                if linked and distances[j] is None:
                    distances[j] = distances[i] + 1
                    row.append(j)
        return distances

    def layers(self, start):
        distances = self._distances(self.number[start])
        layers, depth = [], 0
        while depth in distances:
            layers.append(self._texts(at for at, distance in enumerate(distances) if distance == depth))
            depth += 1
        return layers

    def route(self, start, goal):
        i, j = self.number[start], self.number[goal]
        parent, row = {i: i}, [i]
        for at in row:
            for other in range(len(self.names)):
                if self.table[at][other] and other not in parent:
                    parent[other] = at
                    row.append(other)
        if j not in parent:
            return None
        way = [j]
        while way[0] != i:
            way.insert(0, parent[way[0]])
        return self._texts(way)

    def sides(self):
        count = len(self.names)
        side = [0] * count
        for first in range(count):
            if side[first]:
                continue
            side[first] = 1
            row = [first]
            for i in row:
                for j in range(count):
                    if self.table[i][j] or self.table[j][i]:
                        if side[j] == side[i]:
                            return None
                        if side[j] == 0:
                            side[j] = -side[i]
                            row.append(j)
        return tuple(self._texts(at for at in range(count) if side[at] == which) for which in (1, -1))

    def order(self):
        rest = list(range(len(self.names)))
        order = []
        while rest:
            for j in rest:
                if not any(self.table[i][j] for i in rest):
                    break
            else:
                raise ValueError("no name may come next")
            rest.remove(j)
            order.append(j)
        return self._texts(order)
