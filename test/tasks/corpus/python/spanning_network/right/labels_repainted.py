# Each name has the number of its group; joining repaints one of the groups.
def check(names, links):
    for a, b, *_ in links:
        for name in (a, b):
            if name not in names:
                raise KeyError(name)


def in_order(links):
    turned = [(cost, *sorted((a, b))) for a, b, cost in links]
    return [(a, b, cost) for cost, a, b in sorted(turned)]


def repaint(labels, a, b):
    old, new = labels[a], labels[b]
    if old == new:
        return False
    for name, label in labels.items():
        if label == old:
            labels[name] = new
    return True


def sift(names, links, built):
    check(names, links)
    check(names, built)
    labels = {name: number for number, name in enumerate(names)}
    for a, b in built:
        repaint(labels, a, b)
    taken, spare = [], []
    for link in in_order(links):
        (taken if repaint(labels, link[0], link[1]) else spare).append(link)
    return taken, spare


def spanning_network(names, links, built=()):
    return sift(names, links, built)[0]


def spare_links(names, links):
    return sift(names, links, ())[1]


def islands(names, links, most=None):
    check(names, links)
    labels = {name: number for number, name in enumerate(names)}
    for a, b, cost in links:
        if most is None or not cost > most:
            repaint(labels, a, b)
    groups = [sorted(name for name in names if labels[name] == label) for label in set(labels.values())]
    groups.sort(key=lambda group: group[0])
    groups.sort(key=len, reverse=True)
    return groups


def weakest_link(names, links, start, goal):
    check(names, links)
    check(names, [(start, goal)])
    if start == goal:
        return 0
    labels = {name: name for name in names}
    for a, b, cost in in_order(links):
        repaint(labels, a, b)
        if labels[start] == labels[goal]:
            return cost
