# Bellman and Ford: all roads are tried until no route becomes better.
class RouteMap:
    def __init__(self):
        self.towns = {}
        self.roads = {}

    def add_road(self, a, b, cost, one_way=False):
        if cost < 0:
            raise ValueError("a road does not pay")
        for town in (a, b):
            self.towns.setdefault(town, [0, False])
        self.roads[a, b] = cost
        if one_way is False:
            self.roads[b, a] = cost

    def set_toll(self, town, toll):
        entry = self.towns[town]
        if toll < 0:
            raise ValueError("a toll does not pay")
        entry[0] = toll

    def close(self, town):
        self.towns[town][1] = True

    def _routes(self, start):
        best = {start: (0, 1, (start,))}
        quiet = False
        while not quiet:
            quiet = True
            for (a, b), cost in self.roads.items():
                if a not in best or b == start:
                    continue
                before, length, route = best[a]
                if b in route:
                    continue
                toll, closed = self.towns[a]
                if a != start:
                    if closed:
                        continue
                    cost += toll
                candidate = (before + cost, length + 1, (*route, b))
                if b not in best or candidate < best[b]:
                    best[b] = candidate
                    quiet = False
        return best

    def cheapest(self, start, goal):
        for town in (start, goal):
            if town not in self.towns:
                raise KeyError(town)
        best = self._routes(start)
        if goal not in best:
            return None
        cost, _, route = best[goal]
        return cost, list(route)

    def within(self, start, budget):
        if start not in self.towns:
            raise KeyError(start)
        pairs = sorted((cost, town) for town, (cost, _, _) in self._routes(start).items())
        return [(town, cost) for cost, town in pairs if cost <= budget]
