# Whether two names are connected is searched anew each time, breadth first.
from collections import deque


def reach(names, pairs, start):
    beside = {name: [] for name in names}
    for a, b in pairs:
        beside[a].append(b)
        beside[b].append(a)
    seen, queue = {start}, deque([start])
    while queue:
        for name in beside[queue.popleft()]:
            if name not in seen:
                seen.add(name)
                queue.append(name)
    return seen


def tidy(names, links):
    known = dict.fromkeys(names)
    for a, b, _ in links:
        known[a], known[b]
    return sorted(((min(a, b), max(a, b), cost) for a, b, cost in links), key=lambda link: (link[2], link))


def divide(names, links, built=()):
    known = dict.fromkeys(names)
    pairs = []
    for a, b in built:
        known[a], known[b]
        pairs.append((a, b))
    taken, spare = [], []
    for a, b, cost in tidy(names, links):
        if b in reach(names, pairs, a):
            spare.append((a, b, cost))
        else:
            pairs.append((a, b))
            taken.append((a, b, cost))
    return taken, spare


def spanning_network(names, links, built=()):
    taken, _ = divide(names, links, built)
    return taken


def spare_links(names, links):
    _, spare = divide(names, links)
    return spare


def islands(names, links, most=None):
    pairs = [(a, b) for a, b, cost in tidy(names, links) if most is None or cost <= most]
    groups = []
    for name in names:
        group = sorted(reach(names, pairs, name))
        if group not in groups:
            groups.append(group)
    return sorted(groups, key=lambda group: (len(names) - len(group), group))


def weakest_link(names, links, start, goal):
    known = dict.fromkeys(names)
    known[start], known[goal]
    links = tidy(names, links)
    if start == goal:
        return 0
    for cost in sorted({link[2] for link in links}):
        if goal in reach(names, [link[:2] for link in links if link[2] <= cost], start):
            return cost
    return None
