from heapq import heappop, heappush


class RouteMap:
    """Towns and roads; to pass through a town costs its toll, and closed towns cannot be passed through."""

    def __init__(self):
        self.roads = {}
        self.tolls = {}
        self.closed = set()

    def add_road(self, a, b, cost, one_way=False):
        if cost < 0:
            raise ValueError("a road cannot cost less than nothing")
        for town in (a, b):
            self.roads.setdefault(town, {})
            self.tolls.setdefault(town, 0)
        self.roads[a][b] = cost
        if not one_way:
            self.roads[b][a] = cost

    def set_toll(self, town, toll):
        self._check(town)
        if toll < 0:
            raise ValueError("a toll cannot be less than nothing")
        self.tolls[town] = toll

    def close(self, town):
        self._check(town)
        self.closed.add(town)

    def cheapest(self, start, goal):
        self._check(goal)
        for cost, route in self._best_routes(start):
            if route[-1] == goal:
                return (cost, route)
        return None

    def within(self, start, budget):
        costs = []
        for cost, route in self._best_routes(start):
            if cost > budget:
                break
            costs.append((route[-1], cost))
        return sorted(costs, key=lambda pair: (pair[1], pair[0]))

    def _best_routes(self, start):
        self._check(start)
        settled = {start}
        heap = [(0, 0, [start])]
        while heap:
            cost, roads, route = heappop(heap)
            town = route[-1]
            yield cost, route
            if town != start and town in self.closed:
                continue
            passing = cost if town == start else cost + self.tolls[town]
            for other, road in self.roads[town].items():
                if other not in settled:
                    settled.add(other)
                    heappush(heap, (passing + road, roads + 1, route + [other]))

    def _check(self, town):
        if town not in self.roads:
            raise KeyError(town)
