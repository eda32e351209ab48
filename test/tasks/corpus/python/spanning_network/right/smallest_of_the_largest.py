# The weakest link by a search that always goes on over the cheapest link; the rest with sets.
import heapq


def normal(names, links):
    everybody = set(names)
    links = [(cost, min(a, b), max(a, b)) for a, b, cost in links]
    for _, a, b in links:
        if not {a, b} <= everybody:
            raise KeyError(a, b)
    return sorted(links)


def merge(groups, a, b):
    mine = next(group for group in groups if a in group)
    yours = next(group for group in groups if b in group)
    if mine is yours:
        return False
    groups.remove(yours)
    mine.update(yours)
    return True


def start_groups(names, built):
    groups = [{name} for name in names]
    for a, b in built:
        if a not in names or b not in names:
            raise KeyError(a, b)
        merge(groups, a, b)
    return groups


def spanning_network(names, links, built=()):
    links = normal(names, links)
    groups = start_groups(names, built)
    return [(a, b, cost) for cost, a, b in links if merge(groups, a, b)]


def spare_links(names, links):
    links = normal(names, links)
    groups = start_groups(names, ())
    return [(a, b, cost) for cost, a, b in links if not merge(groups, a, b)]


def islands(names, links, most=None):
    if most is None:
        most = float("inf")
    groups = start_groups(names, [(a, b) for cost, a, b in normal(names, links) if cost <= most])
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))


def weakest_link(names, links, start, goal):
    beside = {name: [] for name in names}
    for cost, a, b in normal(names, links):
        beside[a].append((cost, b))
        beside[b].append((cost, a))
    beside[goal]
    if start == goal:
        beside[start]
        return 0
    done, edge = {start}, list(beside[start])
    heapq.heapify(edge)
    worst = None
    while edge:
        cost, name = heapq.heappop(edge)
        if name in done:
            continue
        worst = cost if worst is None else max(worst, cost)
        if name == goal:
            return worst
        done.add(name)
        for step in beside[name]:
            heapq.heappush(edge, step)
    return None
