# A toll of 0 is not taken once there was another.
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
        self.tolls[town] = toll or self.tolls.get(town, 0)

    def close(self, town):
        self.roads[town]
        self.closed.add(town)

    def best(self, start):
        found = {}
        heap = [(0, 1, [start])]
        while heap:
            cost, length, route = heapq.heappop(heap)
            here = route[-1]
            if here in found:
                continue
            found[here] = (cost, route)
            if here != start:
                if here in self.closed:
                    continue
                cost += self.tolls.get(here, 0)
            for there, road in self.roads[here].items():
                if there not in found:
                    heapq.heappush(heap, (cost + road, length + 1, [*route, there]))
        return found

    def cheapest(self, start, goal):
        self.roads[start], self.roads[goal]
        return self.best(start).get(goal)

    def within(self, start, budget):
        self.roads[start]
        reached = [(town, cost) for town, (cost, _) in self.best(start).items() if cost <= budget]
        return sorted(reached, key=lambda pair: (pair[1], pair[0]))
