# Costs and lengths in a first pass; names in a second one, along roads that keep both.
import heapq


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

    def _measure(self, start):
        measures = {}
        heap = [(0, 0, start)]
        while heap:
            cost, count, here = heapq.heappop(heap)
            if here in measures:
                continue
            measures[here] = (cost, count)
            if count and here in self.closed:
                continue
            if count:
                cost += self.tolls.get(here, 0)
            for there, road in self.roads[here].items():
                heapq.heappush(heap, (cost + road, count + 1, there))
        return measures

    def cheapest(self, start, goal):
        self.roads[start], self.roads[goal]
        measures = self._measure(start)
        if goal not in measures:
            return None
        best = {start: [start]}
        for here in sorted(measures, key=lambda town: measures[town][1]):
            cost, count = measures[here]
            if count and here in self.closed:
                continue
            if count:
                cost += self.tolls.get(here, 0)
            for there, road in self.roads[here].items():
                if measures[there] == (cost + road, count + 1):
                    route = [*best[here], there]
                    best[there] = min(best.get(there, route), route)
        return measures[goal][0], best[goal]

    def within(self, start, budget):
        self.roads[start]
        found = [(cost, town) for town, (cost, _) in self._measure(start).items() if not cost > budget]
        found.sort()
        return [(town, cost) for cost, town in found]
