# Roots are found by recursion, with the paths shortened; lists of links come from one loop.
def network(names, links, built=(), most=None):
    """The root of each name, and each link in order with whether it is taken."""
    roots = {name: name for name in names}

    def root(name):
        if roots[name] != name:
            roots[name] = root(roots[name])
        return roots[name]

    for a, b, _ in links:
        root(a), root(b)
    for a, b in built:
        roots[root(a)] = root(b)
    history = []
    for a, b, cost in sorted(links, key=lambda link: (link[2], sorted(link[:2]))):
        if most is not None and cost > most:
            break
        near, far = sorted([a, b])
        apart = root(near) != root(far)
        if apart:
            roots[root(near)] = root(far)
        history.append(((near, far, cost), apart))
    return {name: root(name) for name in names}, history


def spanning_network(names, links, built=()):
    return [link for link, taken in network(names, links, built)[1] if taken]


def spare_links(names, links):
    return [link for link, taken in network(names, links)[1] if not taken]


def islands(names, links, most=None):
    roots, _ = network(names, links, most=most)
    groups = {root: [] for root in roots.values()}
    for name in sorted(names):
        groups[roots[name]].append(name)
    return sorted(sorted(groups.values()), key=len, reverse=True)


def weakest_link(names, links, start, goal):
    roots, _ = network(names, links)
    if roots[start] != roots[goal]:
        return None
    if start == goal:
        return 0
    costs = sorted({cost for _, _, cost in links})
    low, high = 0, len(costs) - 1
    while low < high:
        middle = (low + high) // 2
        roots, _ = network(names, links, most=costs[middle])
        if roots[start] == roots[goal]:
            high = middle
        else:
            low = middle + 1
    return costs[low]
