# A link from a name to itself is not spare.
class Forest:
    def __init__(self, names):
        self.parent = {name: name for name in names}

    def root(self, name):
        while self.parent[name] != name:
            self.parent[name] = self.parent[self.parent[name]]
            name = self.parent[name]
        return name

    def join(self, a, b):
        a, b = self.root(a), self.root(b)
        self.parent[a] = b
        return a != b


def ordered(names, links):
    known = set(names)
    for a, b, _ in links:
        if a not in known or b not in known:
            raise KeyError((a, b))
    tidy = [(min(a, b), max(a, b), cost) for a, b, cost in links]
    return sorted(tidy, key=lambda link: (link[2], link[0], link[1]))


def chosen(names, links, built=()):
    forest = Forest(names)
    for a, b in built:
        forest.join(a, b)
    for link in ordered(names, links):
        yield link, forest.join(link[0], link[1])


def spanning_network(names, links, built=()):
    return [link for link, taken in chosen(names, links, built) if taken]


def spare_links(names, links):
    return [link for link, taken in chosen(names, links) if not taken and link[0] != link[1]]


def islands(names, links, most=None):
    forest = Forest(names)
    for a, b, cost in ordered(names, links):
        if most is None or cost <= most:
            forest.join(a, b)
    groups = {}
    for name in sorted(names):
        groups.setdefault(forest.root(name), []).append(name)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0]))


def weakest_link(names, links, start, goal):
    forest = Forest(names)
    if forest.root(start) == forest.root(goal):
        ordered(names, links)
        return 0
    for a, b, cost in ordered(names, links):
        forest.join(a, b)
        if forest.root(start) == forest.root(goal):
            return cost
    return None
