# A forest in arrays, the smaller tree hung below the larger one.
class Places:
    def __init__(self, names, links=()):
        self.names = list(names)
        self.number = {name: number for number, name in enumerate(names)}
        self.above = list(range(len(names)))
        self.sizes = [1] * len(names)
        self.links = []
        for a, b, cost in links:
            self.number[a]
            self.number[b]
            if b < a:
                a, b = b, a
            self.links.append((cost, a, b))
        self.links.sort()

    def find(self, name):
        number = self.number[name]
        while self.above[number] != number:
            number = self.above[number]
        return number

    def connect(self, a, b):
        one, other = self.find(a), self.find(b)
        if one == other:
            return 0
        if self.sizes[one] < self.sizes[other]:
            one, other = other, one
        self.above[other] = one
        self.sizes[one] += self.sizes[other]
        return 1

    def sorted_links(self, taken):
        return [(a, b, cost) for cost, a, b in self.links if self.connect(a, b) == taken]


def spanning_network(names, links, built=()):
    places = Places(names, links)
    for a, b in built:
        places.connect(a, b)
    return places.sorted_links(1)


def spare_links(names, links):
    return Places(names, links).sorted_links(0)


def islands(names, links, most=None):
    places = Places(names, links)
    for cost, a, b in places.links:
        if most is not None and cost > most:
            break
        places.connect(a, b)
    found = {}
    for name in names:
        found.setdefault(places.find(name), []).append(name)
    return sorted(map(sorted, found.values()), key=lambda group: (-len(group), group))


def weakest_link(names, links, start, goal):
    places = Places(names, links)
    answer = 0
    waiting = iter(places.links)
    while places.find(start) != places.find(goal):
        step = next(waiting, None)
        if step is None:
            return None
        answer, a, b = step
        places.connect(a, b)
    return answer
