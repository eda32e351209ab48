# Groups are sets of names that are united.
def links_in_order(names, links):
    result = []
    for a, b, cost in links:
        if a not in names or b not in names:
            raise KeyError(f"{a} {b}")
        result.append((a, b, cost) if a <= b else (b, a, cost))
    result.sort(key=lambda link: link[:2])
    result.sort(key=lambda link: link[2])
    return result


class Groups:
    def __init__(self, names):
        self.of = {name: {name} for name in names}

    def unite(self, a, b):
        one, other = self.of[a], self.of[b]
        if one is other:
            return False
        one |= other
        for name in other:
            self.of[name] = one
        return True

    def listed(self):
        seen, listed = set(), []
        for name in sorted(self.of):
            if name not in seen:
                seen |= self.of[name]
                listed.append(sorted(self.of[name]))
        return listed


def spanning_network(names, links, built=()):
    groups = Groups(names)
    links = links_in_order(names, links)
    for a, b in built:
        groups.unite(a, b)
    return [link for link in links if groups.unite(*link[:2])]


def spare_links(names, links):
    groups = Groups(names)
    return [link for link in links_in_order(names, links) if not groups.unite(*link[:2])]


def islands(names, links, most=None):
    groups = Groups(names)
    for a, b, cost in links_in_order(names, links):
        if most is None or cost <= most:
            groups.unite(a, b)
    return sorted(groups.listed(), key=len, reverse=True)


def weakest_link(names, links, start, goal):
    groups = Groups(names)
    links = links_in_order(names, links)
    here = groups.of[start]
    if goal in here:
        return 0
    groups.of[goal]
    for a, b, cost in links:
        groups.unite(a, b)
        if groups.of[start] is groups.of[goal]:
            return cost
    return None
