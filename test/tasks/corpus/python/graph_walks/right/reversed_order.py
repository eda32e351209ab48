# Recursive walking with a guard against deep recursion, and the order by taking away.
import sys

sys.setrecursionlimit(5000)


class WalkGraph:
    def __init__(self, links, names=()):
        self.edges = []
        self.nodes = []
        for name in names:
            self._add(name)
        for a, b in links:
            self._add(a)
            self._add(b)
            if (a, b) not in self.edges:
                self.edges.append((a, b))

    def _add(self, name):
        if name not in self.nodes:
            self.nodes.append(name)

    def _check(self, name):
        if name not in self.nodes:
            raise KeyError(name)

    def _outgoing(self):
        table = {name: [] for name in self.nodes}
        for a, b in self.edges:
            table[a].append(b)
        return table

    def walk(self, start):
        self._check(start)
        table, visited = self._outgoing(), []

        def visit(name):
            visited.append(name)
            for other in table[name]:
                if other not in visited:
                    visit(other)

        visit(start)
        return visited

    def layers(self, start):
        self._check(start)
        table = self._outgoing()
        reached = [[start]]
        seen = [start]
        while reached[-1]:
            new = []
            for name in reached[-1]:
                for other in table[name]:
                    if other not in seen:
                        seen.append(other)
                        new.append(other)
            reached.append(sorted(new))
        reached.pop()
        return reached

    def route(self, start, goal):
        self._check(start)
        self._check(goal)
        table = self._outgoing()
        routes = {start: [start]}
        layer = [start]
        while layer and goal not in routes:
            found = {}
            for name in layer:
                for other in table[name]:
                    if other not in routes:
                        candidate = routes[name] + [other]
                        found[other] = min(found.get(other, candidate), candidate)
            routes.update(found)
            layer = list(found)
        return routes.get(goal)

    def sides(self):
        side = dict.fromkeys(self.nodes)
        table = self._outgoing()
        for a, b in self.edges:
            table[b].append(a)

        def paint(name, colour):
            if side[name] is not None:
                return side[name] == colour
            side[name] = colour
            return all([paint(other, not colour) for other in table[name]])

        for name in sorted(self.nodes):
            if side[name] is None and not paint(name, False):
                return None
        ordered = sorted(self.nodes)
        return [name for name in ordered if not side[name]], [name for name in ordered if side[name]]

    def order(self):
        nodes, edges = sorted(self.nodes), list(self.edges)
        order = []
        while nodes:
            targets = {b for _, b in edges}
            for name in nodes:
                if name not in targets:
                    break
            else:
                raise ValueError("ring")
            nodes.remove(name)
            edges = [(a, b) for a, b in edges if a != name]
            order.append(name)
        return order
