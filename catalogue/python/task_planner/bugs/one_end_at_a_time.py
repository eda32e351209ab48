from heapq import heappop, heappush


class Network:
    """The tasks by name, what each is needed for, and their names in an order in which all could be done."""

    def __init__(self, tasks):
        self.kinds = {}
        self.durations = {}
        self.needs = {}
        for name, kind, duration, needs in tasks:
            if name in self.kinds:
                raise ValueError(f"{name} is given twice")
            if duration < 1:
                raise ValueError(f"{name} takes no time")
            self.kinds[name] = kind
            self.durations[name] = duration
            self.needs[name] = needs
        self.dependents = {name: [] for name in self.kinds}
        for name, needs in self.needs.items():
            for need in needs:
                self.dependents[need].append(name)
        self.order = self.sorted_by_needs()

    def sorted_by_needs(self):
        open_needs = self.counts_of_needs()
        order = [name for name, count in open_needs.items() if count == 0]
        for name in order:
            for dependent in self.dependents[name]:
                open_needs[dependent] -= 1
                if open_needs[dependent] == 0:
                    order.append(dependent)
        if len(order) < len(self.kinds):
            raise ValueError("tasks need each other in a circle")
        return order

    def counts_of_needs(self):
        return {name: len(needs) for name, needs in self.needs.items()}

    def tails(self):
        """How long each task takes with the longest chain of tasks that wait for it."""
        tails = {}
        for name in reversed(self.order):
            longest = max((tails[dependent] for dependent in self.dependents[name]), default=0)
            tails[name] = self.durations[name] + longest
        return tails

    def starts(self):
        """When each task could begin if there were workers enough."""
        starts = {}
        for name in self.order:
            starts[name] = max((starts[need] + self.durations[need] for need in self.needs[name]), default=0)
        return starts


def slack(tasks):
    network = Network(tasks)
    starts, tails = network.starts(), network.tails()
    total = max(tails.values(), default=0)
    return {name: total - tails[name] - starts[name] for name in starts}


def critical_path(tasks):
    network = Network(tasks)
    tails = network.tails()
    path = []
    choices = list(tails)
    places = {name: place for place, name in enumerate(network.kinds)}
    while choices:
        name = min(choices, key=lambda name: (-tails[name], places[name]))
        path.append(name)
        choices = network.dependents[name]
    return path


def plan(tasks, workers):
    network = Network(tasks)
    able = {name: [place for place, kinds in enumerate(workers) if kind in kinds] for name, kind in network.kinds.items()}
    if not all(able.values()):
        raise ValueError("nobody can do one of the tasks")
    tails = network.tails()
    waiting = sorted(network.kinds, key=lambda name: -tails[name])
    open_needs = network.counts_of_needs()
    free = set(range(len(workers)))
    running = []
    steps = []
    now = 0
    while waiting:
        for name in list(waiting):
            helpers = [place for place in able[name] if place in free]
            if open_needs[name] == 0 and helpers:
                worker = min(helpers, key=lambda place: (len(workers[place]), place))
                free.remove(worker)
                waiting.remove(name)
                heappush(running, (now + network.durations[name], worker, name))
                steps.append((now, worker, name))
        now, worker, name = heappop(running)
        free.add(worker)
        for dependent in network.dependents[name]:
            open_needs[dependent] -= 1
    return steps
