# Routes are chains of towns that share their beginnings, compared from the first town on.
import heapq
from functools import total_ordering


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

    def _settle(self, start):
        self.roads[start]
        chains, heap = {}, [Chain(0, None, start)]
        while heap:
            chain = heapq.heappop(heap)
            if chain.town in chains:
                continue
            chains[chain.town] = chain
            if chain.before and chain.town in self.closed:
                continue
            toll = self.tolls.get(chain.town, 0) if chain.before else 0
            for town, cost in self.roads[chain.town].items():
                heapq.heappush(heap, Chain(chain.cost + toll + cost, chain, town))
        return chains

    def cheapest(self, start, goal):
        chains = self._settle(start)
        self.roads[goal]
        if goal in chains:
            return chains[goal].cost, chains[goal].towns()
        return None

    def within(self, start, budget):
        chains = sorted(self._settle(start).values(), key=lambda chain: (chain.cost, chain.town))
        return [(chain.town, chain.cost) for chain in chains if chain.cost <= budget]


@total_ordering
class Chain:
    def __init__(self, cost, before, town):
        self.cost, self.before, self.town = cost, before, town
        self.length = before.length + 1 if before else 1

    def towns(self):
        towns, chain = [], self
        while chain:
            towns.insert(0, chain.town)
            chain = chain.before
        return towns

    def __eq__(self, other):
        return self is other

    def __lt__(self, other):
        if self.cost != other.cost:
            return self.cost < other.cost
        if self.length != other.length:
            return self.length < other.length
        return self.towns() < other.towns()
