# Builds the network as a tree first; the weakest link is the dearest one on the path in the tree.
from operator import itemgetter


def sorted_links(names, links):
    for link in links:
        for end in link[:2]:
            if end not in names:
                raise KeyError(end)
    links = [tuple(sorted(link[:2])) + (link[2],) for link in links]
    return sorted(sorted(links), key=itemgetter(2))


def grow(names, links, built=()):
    group = {name: frozenset([name]) for name in names}

    def join(a, b):
        whole = group[a] | group[b]
        new = group[a] != whole
        for name in whole:
            group[name] = whole
        return new

    for a, b in built:
        join(a, b)
    return [join(a, b) for a, b, _ in links], group


def spanning_network(names, links, built=()):
    links = sorted_links(names, links)
    flags, _ = grow(names, links, built)
    return [link for link, flag in zip(links, flags) if flag]


def spare_links(names, links):
    links = sorted_links(names, links)
    flags, _ = grow(names, links)
    return [link for link, flag in zip(links, flags) if not flag]


def islands(names, links, most=None):
    links = [link for link in sorted_links(names, links) if most is None or link[2] <= most]
    _, group = grow(names, links)
    return sorted(map(sorted, set(group.values())), key=lambda names: (-len(names), names[0]))


def weakest_link(names, links, start, goal):
    for name in (start, goal):
        if name not in names:
            raise KeyError(name)
    tree = spanning_network(names, links)
    worst = {start: None}
    stack = [start]
    while stack:
        here = stack.pop()
        for a, b, cost in tree:
            if here in (a, b):
                there = b if here == a else a
                if there not in worst:
                    worst[there] = cost if worst[here] is None else max(worst[here], cost)
                    stack.append(there)
    return 0 if start == goal else worst.get(goal)
