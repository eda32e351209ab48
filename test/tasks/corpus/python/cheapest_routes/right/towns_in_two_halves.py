# Each town has a node to arrive at and one to leave from; its toll is the road between the two.
import heapq


class RouteMap:
    def __init__(self):
        self.steps = {}
        self.town_toll = {}
        self.shut = []

    def add_road(self, a, b, cost, one_way=False):
        if cost < 0:
            raise ValueError("cost")
        for town in (a, b):
            self.town_toll.setdefault(town, 0)
            self.steps.setdefault(("leave", town), {})
        self.steps["leave", a]["arrive", b] = cost
        if not one_way:
            self.steps["leave", b]["arrive", a] = cost

    def _town(self, town):
        if town not in self.town_toll:
            raise KeyError(town)

    def set_toll(self, town, toll):
        self._town(town)
        if toll < 0:
            raise ValueError("toll")
        self.town_toll[town] = toll

    def close(self, town):
        self._town(town)
        self.shut.append(town)

    def _from(self, node):
        kind, town = node
        if kind == "leave":
            return self.steps[node].items()
        if town in self.shut:
            return []
        return [(("leave", town), self.town_toll[town])]

    def _search(self, start):
        self._town(start)
        arrived = {start: (0, [start])}
        done = {("arrive", start)}
        heap = [(0, 1, [start], "leave")]
        while heap:
            cost, length, towns, kind = heapq.heappop(heap)
            node = kind, towns[-1]
            if node in done:
                continue
            done.add(node)
            if kind == "arrive":
                arrived[towns[-1]] = (cost, towns)
            for (kind, town), price in self._from(node):
                longer = towns if kind == "leave" else [*towns, town]
                heapq.heappush(heap, (cost + price, len(longer), longer, kind))
        return arrived

    def cheapest(self, start, goal):
        self._town(goal)
        return self._search(start).get(goal)

    def within(self, start, budget):
        rows = [(cost, town) for town, (cost, _) in self._search(start).items()]
        return [(town, cost) for cost, town in sorted(rows) if cost <= budget]
