# Dijkstra without a heap: the next town is looked for among all that are open.
class Town:
    def __init__(self, name):
        self.name = name
        self.roads = {}
        self.toll = 0
        self.shut = False


class RouteMap:
    def __init__(self):
        self.towns = {}

    def _get(self, name):
        if name not in self.towns:
            self.towns[name] = Town(name)
        return self.towns[name]

    def add_road(self, a, b, cost, one_way=False):
        if not cost >= 0:
            raise ValueError(cost)
        one, other = self._get(a), self._get(b)
        one.roads[b] = cost
        if not one_way:
            other.roads[a] = cost

    def set_toll(self, town, toll):
        if town in self.towns and toll < 0:
            raise ValueError(toll)
        self.towns[town].toll = toll

    def close(self, town):
        self.towns[town].shut = True

    def _explore(self, start):
        self.towns[start]
        open_routes = {start: (0, [start])}
        settled = {}
        while open_routes:
            name = min(open_routes, key=lambda each: (open_routes[each][0], len(open_routes[each][1]), open_routes[each][1]))
            cost, route = settled[name] = open_routes.pop(name)
            town = self.towns[name]
            if name != start and town.shut:
                continue
            through = cost if name == start else cost + town.toll
            for other, road in town.roads.items():
                if other in settled:
                    continue
                new = (through + road, [*route, other])
                old = open_routes.get(other)
                if old is None or (new[0], len(new[1]), new[1]) < (old[0], len(old[1]), old[1]):
                    open_routes[other] = new
        return settled

    def cheapest(self, start, goal):
        routes = self._explore(start)
        self.towns[goal]
        return routes.get(goal)

    def within(self, start, budget):
        routes = self._explore(start)
        names = sorted(name for name in routes if routes[name][0] <= budget)
        names.sort(key=lambda name: routes[name][0])
        return [(name, routes[name][0]) for name in names]
