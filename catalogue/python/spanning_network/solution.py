class Groups:
    """Which names hang together: those that have the same root."""

    def __init__(self, names):
        self.parent = {name: name for name in names}

    def root(self, name):
        while self.parent[name] != name:
            self.parent[name] = self.parent[self.parent[name]]
            name = self.parent[name]
        return name

    def join(self, one, other):
        one, other = self.root(one), self.root(other)
        if one == other:
            return False
        self.parent[other] = one
        return True


def spanning_network(names, links, built=()):
    groups = Groups(names)
    for one, other in built:
        groups.join(one, other)
    chosen = []
    for cost, one, other in _ordered(groups, links):
        if groups.join(one, other):
            chosen.append((one, other, cost))
    return chosen


def islands(names, links, most=None):
    groups = Groups(names)
    for cost, one, other in _ordered(groups, links):
        if most is None or cost <= most:
            groups.join(one, other)
    members = {}
    for name in sorted(groups.parent):
        members.setdefault(groups.root(name), []).append(name)
    return sorted(members.values(), key=lambda island: (-len(island), island))


def weakest_link(names, links, start, goal):
    groups = Groups(names)
    ordered = _ordered(groups, links)
    if groups.root(start) == groups.root(goal):
        return 0
    for cost, one, other in ordered:
        groups.join(one, other)
        if groups.root(start) == groups.root(goal):
            return cost
    return None


def spare_links(names, links):
    groups = Groups(names)
    return [(one, other, cost) for cost, one, other in _ordered(groups, links) if not groups.join(one, other)]


def _ordered(groups, links):
    for one, other, _ in links:
        if one not in groups.parent or other not in groups.parent:
            raise KeyError((one, other))
    return sorted((cost, min(one, other), max(one, other)) for one, other, cost in links)
