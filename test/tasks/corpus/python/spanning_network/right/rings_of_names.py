# The names of a group stand in a ring; two rings are joined by exchanging what follows.
class Rings:
    def __init__(self, names):
        self.follows = {name: name for name in names}

    def ring(self, name):
        found = [name]
        while self.follows[found[-1]] != name:
            found.append(self.follows[found[-1]])
        return found

    def join(self, a, b):
        self.follows[b]
        if b in self.ring(a):
            return False
        self.follows[a], self.follows[b] = self.follows[b], self.follows[a]
        return True


def arranged(rings, links):
    arranged = []
    for a, b, cost in links:
        rings.follows[a], rings.follows[b]
        low, high = sorted((a, b))
        arranged.append((low, high, cost))
    return sorted(arranged, key=lambda link: (link[-1], *link[:-1]))


def spanning_network(names, links, built=()):
    rings = Rings(names)
    links = arranged(rings, links)
    for pair in built:
        rings.join(*pair)
    return [link for link in links if rings.join(link[0], link[1])]


def spare_links(names, links):
    rings = Rings(names)
    return [link for link in arranged(rings, links) if not rings.join(link[0], link[1])]


def islands(names, links, most=None):
    rings = Rings(names)
    for a, b, cost in arranged(rings, links):
        if most is None or cost <= most:
            rings.join(a, b)
    groups = []
    rest = sorted(names)
    while rest:
        group = sorted(rings.ring(rest[0]))
        groups.append(group)
        rest = [name for name in rest if name not in group]
    return sorted(groups, key=lambda group: -len(group))


def weakest_link(names, links, start, goal):
    rings = Rings(names)
    links = arranged(rings, links)
    cost = 0
    rings.follows[goal]
    while goal not in rings.ring(start):
        if not links:
            return None
        a, b, cost = links.pop(0)
        rings.join(a, b)
    return cost
