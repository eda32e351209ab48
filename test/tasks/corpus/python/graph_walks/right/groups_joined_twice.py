# Two sides by joining each name with the other side of its neighbours.
class WalkGraph:
    def __init__(self, links, names=()):
        links = [tuple(link) for link in links]
        self.names = set(names).union(*links) if links else set(names)
        self.follow = {}
        for a, b in dict.fromkeys(links):
            self.follow.setdefault(a, []).append(b)

    def _next(self, name):
        return self.follow.get(name, [])

    def _known(self, name):
        if name in self.names:
            return name
        raise KeyError(name)

    def walk(self, start):
        trail = {}

        def step(name):
            stack = [iter([name])]
            while stack:
                for other in stack[-1]:
                    if other not in trail:
                        trail[other] = len(trail)
                        stack.append(iter(self._next(other)))
                        break
                else:
                    stack.pop()

        step(self._known(start))
        return sorted(trail, key=trail.get)

    def layers(self, start):
        result, seen = [[self._known(start)]], {start}
        while result[-1]:
            layer = sorted({b for a in result[-1] for b in self._next(a) if b not in seen})
            seen.update(layer)
            result.append(layer)
        return result[:-1]

    def route(self, start, goal):
        self._known(goal)
        layers = self.layers(start)
        depth = next((at for at, layer in enumerate(layers) if goal in layer), None)
        if depth is None:
            return None
        useful = [{goal}]
        for layer in reversed(layers[:depth]):
            useful.append({name for name in layer if useful[-1].intersection(self._next(name))})
        way = [start]
        for allowed in reversed(useful[:-1]):
            way.append(min(allowed.intersection(self._next(way[-1]))))
        return way

    def sides(self):
        root = {(name, side): (name, side) for name in self.names for side in (0, 1)}

        def find(node):
            while root[node] != node:
                root[node] = root[root[node]]
                node = root[node]
            return node

        for a, others in self.follow.items():
            for b in others:
                for side in (0, 1):
                    root[find((a, side))] = find((b, 1 - side))
        chosen = set()
        first, second = [], []
        for name in sorted(self.names):
            mine, other = find((name, 0)), find((name, 1))
            if mine == other:
                return None
            if other in chosen:
                second.append(name)
            else:
                chosen.add(mine)
                first.append(name)
        return first, second

    def order(self):
        before = {name: set() for name in self.names}
        for a, others in self.follow.items():
            for b in others:
                before[b].add(a)
        order = []
        while before:
            ready = [name for name, needs in before.items() if not needs]
            if not ready:
                raise ValueError
            first = min(ready)
            order.append(first)
            before.pop(first)
            for needs in before.values():
                needs.discard(first)
        return order
