# A table tells of any two names whether they are connected.
def prepare(names, links):
    table = {a: {b: a == b for b in names} for a in names}
    result = []
    for a, b, cost in links:
        table[a][b]
        first, second = (a, b) if a < b else (b, a)
        result.append((cost, first, second))
    return table, sorted(result)


def connect(table, a, b):
    if table[a][b]:
        return False
    mine = [name for name in table if table[a][name]]
    yours = [name for name in table if table[b][name]]
    for one in mine:
        for other in yours:
            table[one][other] = table[other][one] = True
    return True


def spanning_network(names, links, built=()):
    table, links = prepare(names, links)
    for a, b in built:
        connect(table, a, b)
    return [(a, b, cost) for cost, a, b in links if connect(table, a, b)]


def spare_links(names, links):
    table, links = prepare(names, links)
    spare = []
    for cost, a, b in links:
        if not connect(table, a, b):
            spare.append((a, b, cost))
    return spare


def islands(names, links, most=None):
    table, links = prepare(names, links)
    for cost, a, b in links:
        if most is None or cost <= most:
            connect(table, a, b)
    groups = {tuple(name for name in sorted(names) if table[each][name]) for each in names}
    return [list(group) for group in sorted(groups, key=lambda group: (-len(group), group))]


def weakest_link(names, links, start, goal):
    table, links = prepare(names, links)
    if table[start][goal]:
        return 0
    for cost, a, b in links:
        connect(table, a, b)
        if table[start][goal]:
            return cost
    return None
