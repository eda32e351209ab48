# Costs and numbers of roads from each town to the goal first; then the way is read off, the smallest name at each step.

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

    def _to(self, goal):
        """For each town from which a route may go on to goal: its cost and number of roads."""
        best = {goal: (0, 0)}
        changed = True
        while changed:
            changed = False
            for a, roads in self.roads.items():
                if a == goal:
                    continue
                for b, cost in roads.items():
                    if b not in best or (b != goal and b in self.closed):
                        continue
                    rest, length = best[b]
                    toll = 0 if b == goal else self.tolls.get(b, 0)
                    candidate = (cost + toll + rest, length + 1)
                    if a not in best or candidate < best[a]:
                        best[a] = candidate
                        changed = True
        return best

    def cheapest(self, start, goal):
        self.roads[start], self.roads[goal]
        best = self._to(goal)
        if start not in best:
            return None
        total, length = best[start]
        route = [start]
        cost = total
        while route[-1] != goal:
            here = route[-1]
            for there in sorted(self.roads[here]):
                if there not in best or (there != goal and there in self.closed):
                    continue
                toll = 0 if there == goal else self.tolls.get(there, 0)
                rest = (cost - self.roads[here][there] - toll, length - 1)
                if best[there] == rest:
                    route.append(there)
                    cost, length = rest
                    break
        return total, route

    def within(self, start, budget):
        self.roads[start]
        found = []
        for town in self.roads:
            best = self._to(town)
            if start in best and best[start][0] <= budget:
                found.append((best[start][0], town))
        return [(town, cost) for cost, town in sorted(found)]
