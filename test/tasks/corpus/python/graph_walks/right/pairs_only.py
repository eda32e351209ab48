# Nothing but the pairs and the names; each question goes through all pairs.
class WalkGraph:
    def __init__(self, links, names=()):
        self.pairs = list(dict.fromkeys((a, b) for a, b in links))
        self.names = sorted({*names, *(name for pair in self.pairs for name in pair)})

    def _must_have(self, *names):
        for name in names:
            if name not in self.names:
                raise KeyError(name)

    def _after(self, name):
        return [b for a, b in self.pairs if a == name]

    def walk(self, start):
        self._must_have(start)
        order = []
        todo = [start]
        while todo:
            name, *todo = todo
            if name not in order:
                order.append(name)
                todo = self._after(name) + todo
        return order

    def layers(self, start):
        self._must_have(start)
        layers = [[start]]
        while True:
            old = [name for layer in layers for name in layer]
            new = sorted({b for a, b in self.pairs if a in layers[-1] and b not in old})
            if not new:
                return layers
            layers.append(new)

    def route(self, start, goal):
        self._must_have(start, goal)
        ways = {start: [start]}
        while goal not in ways:
            longer = {}
            for a, b in self.pairs:
                if a in ways and b not in ways:
                    way = [*ways[a], b]
                    if b not in longer or way < longer[b]:
                        longer[b] = way
            if not longer:
                return None
            ways.update(longer)
        return ways[goal]

    def sides(self):
        colour = {}
        for name in self.names:
            if name in colour:
                continue
            colour[name] = True
            changed = True
            while changed:
                changed = False
                for pair in self.pairs:
                    for a, b in (pair, pair[::-1]):
                        if a in colour and b not in colour:
                            colour[b] = not colour[a]
                            changed = True
        if any(colour[a] == colour[b] for a, b in self.pairs):
            return None
        return [name for name in self.names if colour[name]], [name for name in self.names if not colour[name]]

    def order(self):
        rest, pairs, order = list(self.names), list(self.pairs), []
        while rest:
            blocked = {b for _, b in pairs}
            free = [name for name in rest if name not in blocked]
            if not free:
                raise ValueError("each name waits for another")
            order.append(free[0])
            rest.remove(free[0])
            pairs = [pair for pair in pairs if pair[0] != free[0]]
        return order
