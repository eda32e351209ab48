# All routes that may still be best are followed in depth, cheapest roads first, within bounds from a first search.
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

    def _bounds(self, start):
        """The lowest cost and the fewest roads for it, for each town."""
        bounds, heap = {}, [(0, 0, start)]
        while heap:
            cost, count, town = heapq.heappop(heap)
            if town in bounds:
                continue
            bounds[town] = (cost, count)
            if town == start or town not in self.closed:
                toll = self.tolls.get(town, 0) if town != start else 0
                for other, road in self.roads[town].items():
                    heapq.heappush(heap, (cost + toll + road, count + 1, other))
        return bounds

    def cheapest(self, start, goal):
        bounds = self._bounds(start)
        if goal not in self.roads:
            raise KeyError(goal)
        if goal not in bounds:
            return None
        dead = set()
        stack = [(start, iter(sorted(self.roads[start])))]
        while stack[-1][0] != goal:
            here, others = stack[-1]
            cost, count = bounds[here]
            toll = self.tolls.get(here, 0) if here != start else 0
            for there in others:
                fits = bounds[there] == (cost + toll + self.roads[here][there], count + 1)
                if fits and there not in dead and (there == goal or there not in self.closed):
                    stack.append((there, iter(sorted(self.roads[there]))))
                    break
            else:
                dead.add(here)
                stack.pop()
        return bounds[goal][0], [town for town, _ in stack]

    def within(self, start, budget):
        bounds = self._bounds(start)
        towns = [town for town in sorted(bounds) if bounds[town][0] <= budget]
        return [(town, bounds[town][0]) for town in sorted(towns, key=lambda town: bounds[town][0])]
