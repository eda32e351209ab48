# Sets of names as bits of numbers.
class WalkGraph:
    def __init__(self, links, names=()):
        everything = list(names)
        for a, b in links:
            everything += [a, b]
        self.names = sorted(set(everything))
        self.bit = {name: 1 << at for at, name in enumerate(self.names)}
        self.out = dict.fromkeys(self.names, 0)
        self.back = dict.fromkeys(self.names, 0)
        self.sequence = {name: [] for name in self.names}
        for a, b in links:
            self.sequence[a].append(b)
            self.out[a] |= self.bit[b]
            self.back[b] |= self.bit[a]

    def _of(self, mask):
        return [name for name in self.names if self.bit[name] & mask]

    def _step(self, mask, table):
        result = 0
        for name in self._of(mask):
            result |= table[name]
        return result

    def walk(self, start):
        seen = 0
        order = []
        stack = [start]
        self.bit[start]
        while stack:
            name = stack.pop()
            if not seen & self.bit[name]:
                seen |= self.bit[name]
                order.append(name)
                stack += self.sequence[name][::-1]
        return order

    def layers(self, start):
        seen = layer = self.bit[start]
        found = []
        while layer:
            found.append(self._of(layer))
            layer = self._step(layer, self.out) & ~seen
            seen |= layer
        return found

    def route(self, start, goal):
        near = [self.bit[goal]]
        seen = near[0]
        first = self.bit[start]
        while near[-1] and not near[-1] & first:
            near.append(self._step(near[-1], self.back) & ~seen)
            seen |= near[-1]
        if not near[-1]:
            return None
        way = [start]
        for mask in reversed(near[:-1]):
            way.append(self._of(mask & self.out[way[-1]])[0])
        return way

    def sides(self):
        one = other = 0
        for name in self.names:
            if self.bit[name] & (one | other):
                continue
            a, b = self.bit[name], 0
            while True:
                grown_b = b | self._step(a, self.out) | self._step(a, self.back)
                grown_a = a | self._step(grown_b, self.out) | self._step(grown_b, self.back)
                if (a, b) == (grown_a, grown_b):
                    break
                a, b = grown_a, grown_b
            one, other = one | a, other | b
        return None if one & other else (self._of(one), self._of(other))

    def order(self):
        rest = sum(self.bit.values())
        order = []
        while rest:
            free = [name for name in self._of(rest) if not self.back[name] & rest]
            if not free:
                raise ValueError("a ring is left")
            order.append(free[0])
            rest &= ~self.bit[free[0]]
        return order
