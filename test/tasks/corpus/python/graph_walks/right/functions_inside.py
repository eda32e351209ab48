# Plain functions over a dict, wrapped in a class.
def followers(links, names):
    table = {name: {} for name in names}
    for a, b in links:
        table.setdefault(a, {}).setdefault(b)
        table.setdefault(b, {})
    return table


def depth_first(table, start):
    order, pending = {}, [start]
    while pending:
        name = pending.pop()
        if name in order:
            continue
        order[name] = None
        pending.extend(other for other in reversed(table[name]) if other not in order)
    return list(order)


def by_distance(table, start):
    distance, frontier, steps = {start: 0}, [start], 0
    while frontier:
        steps += 1
        fresh = []
        for name in frontier:
            for other in table[name]:
                if other not in distance:
                    distance[other] = steps
                    fresh.append(other)
        frontier = fresh
    return distance


def turned(table):
    back = {name: {} for name in table}
    for a in table:
        for b in table[a]:
            back[b][a] = None
    return back


class WalkGraph:
    def __init__(self, links, names=()):
        self.table = followers(links, names)

    def walk(self, start):
        self.table[start]
        return depth_first(self.table, start)

    def layers(self, start):
        distance = by_distance(self.table, start) if start in self.table else self.table[start]
        layers = {}
        for name in sorted(distance):
            layers.setdefault(distance[name], []).append(name)
        return [layers[depth] for depth in sorted(layers)]

    def route(self, start, goal):
        self.table[start]
        distance = by_distance(turned(self.table), goal) if goal in self.table else self.table[goal]
        if start not in distance:
            return None
        way = [start]
        for left in range(distance[start] - 1, -1, -1):
            way.append(min(name for name in self.table[way[-1]] if distance.get(name) == left))
        return way

    def sides(self):
        back = turned(self.table)
        around = {name: {**self.table[name], **back[name]} for name in self.table}
        parity = {}
        for name in sorted(around):
            if name not in parity:
                for other, steps in by_distance(around, name).items():
                    parity[other] = steps % 2
        for name in around:
            if any(parity[name] == parity[other] for other in around[name]):
                return None
        even = sorted(name for name in parity if parity[name] == 0)
        odd = sorted(name for name in parity if parity[name] == 1)
        return even, odd

    def order(self):
        back = turned(self.table)
        order, placed = [], set()
        while len(order) < len(back):
            ready = min((name for name in back if name not in placed and placed.issuperset(back[name])), default=None)
            if ready is None:
                raise ValueError("no list")
            order.append(ready)
            placed.add(ready)
        return order
