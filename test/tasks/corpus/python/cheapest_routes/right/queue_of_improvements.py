# A queue of towns whose route became better; each is looked at again.
from collections import deque


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

    def _key(self, route):
        return self._cost(route), len(route), route

    def _cost(self, route):
        roads = sum(self.roads[a][b] for a, b in zip(route, route[1:]))
        return roads + sum(self.tolls.get(town, 0) for town in route[1:-1])

    def _routes(self, start):
        self.roads[start]
        routes = {start: [start]}
        queue = deque([start])
        while queue:
            here = queue.popleft()
            if here != start and here in self.closed:
                continue
            for there in self.roads[here]:
                if there in routes[here]:
                    continue
                route = [*routes[here], there]
                if there not in routes or self._key(route) < self._key(routes[there]):
                    routes[there] = route
                    if there not in queue:
                        queue.append(there)
        return routes

    def cheapest(self, start, goal):
        self.roads[goal]
        route = self._routes(start).get(goal)
        if route is None:
            return None
        return self._cost(route), route

    def within(self, start, budget):
        costs = {town: self._cost(route) for town, route in self._routes(start).items()}
        return sorted(((town, cost) for town, cost in costs.items() if cost <= budget), key=lambda pair: (pair[1], pair[0]))
