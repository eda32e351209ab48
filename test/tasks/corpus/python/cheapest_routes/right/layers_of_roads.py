# Routes with one road, then with two, and so on; of each town and number of roads the best is kept.

class RouteMap:
    def __init__(self):
        self.roads = {}
        self.tolls = {}
        self.closed = set()

    def add_road(self, a, b, cost, one_way=False):
        if cost < 0:
            raise ValueError(cost)
        self.roads.setdefault(a, {})[b] = cost
        self.roads.setdefault(b, {})
        if not one_way:
            self.roads[b][a] = cost

    def set_toll(self, town, toll):
        self.roads[town]
        if toll < 0:
            raise ValueError(toll)
        self.tolls[town] = toll

    def close(self, town):
        self.roads[town]
        self.closed.add(town)

    def _all(self, start):
        best = {start: (0, 1, [start])}
        layer = dict(best)
        while layer:
            following = {}
            for here, (cost, length, route) in layer.items():
                if here != start:
                    if here in self.closed:
                        continue
                    cost += self.tolls.get(here, 0)
                for there, road in self.roads[here].items():
                    if there in route:
                        continue
                    new = (cost + road, length + 1, route + [there])
                    if there not in following or new < following[there]:
                        following[there] = new
            layer = {}
            for town, new in following.items():
                if town not in best or new < best[town]:
                    best[town] = layer[town] = new
        return best

    def cheapest(self, start, goal):
        if start not in self.roads or goal not in self.roads:
            raise KeyError(start, goal)
        found = self._all(start).get(goal)
        return found and (found[0], found[2])

    def within(self, start, budget):
        if start not in self.roads:
            raise KeyError(start)
        return sorted(
            [(town, found[0]) for town, found in self._all(start).items() if found[0] <= budget],
            key=lambda pair: pair[::-1],
        )
