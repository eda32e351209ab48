# A sorted choice at each step of the chain; times go both ways.
def check(tasks):
    names = [task[0] for task in tasks]
    if len(set(names)) < len(names) or any(duration < 1 for _, _, duration, _ in tasks):
        raise ValueError("a name given twice or a duration below 1")
    for _, _, _, needs in tasks:
        for need in needs:
            if need not in names:
                raise KeyError(need)
    left = {name: set(needs) for name, _, _, needs in tasks}
    while left:
        ready = [name for name, needs in left.items() if not needs & left.keys()]
        if not ready:
            raise ValueError("a circle")
        for name in ready:
            del left[name]

def chain_lengths(tasks):
    """How long the longest chain from each task on takes, the task itself included."""
    durations = {task[0]: task[2] for task in tasks}
    users = {task[0]: [other[0] for other in tasks if task[0] in other[3]] for task in tasks}
    lengths = {}

    def length(name):
        if name not in lengths:
            lengths[name] = durations[name] + max(map(length, users[name]), default=0)
        return lengths[name]

    for name in durations:
        length(name)
    return lengths

def critical_path(tasks):
    check(tasks)
    places = {task[0]: place for place, task in enumerate(tasks)}
    lengths = chain_lengths(tasks)

    def chain_from(candidates):
        if not candidates:
            return []
        first = sorted(candidates, key=lambda name: (-lengths[name], places[name]))[0]
        return [first, *chain_from([name for name, _, _, needs in tasks if first in needs])]

    return chain_from(list(places))

def slack(tasks):
    """Forwards for the earliest times, backwards for the latest, each until nothing moves any more."""
    check(tasks)
    durations = {task[0]: task[2] for task in tasks}
    links = [(need, task[0]) for task in tasks for need in task[3]]
    earliest = dict.fromkeys(durations, 0)
    moved = True
    while moved:
        moved = False
        for before, after in links:
            if earliest[after] < earliest[before] + durations[before]:
                earliest[after] = earliest[before] + durations[before]
                moved = True
    end = max((earliest[name] + durations[name] for name in durations), default=0)
    latest = {name: end - durations[name] for name in durations}
    moved = True
    while moved:
        moved = False
        for before, after in reversed(links):
            if latest[before] > latest[after] - durations[before]:
                latest[before] = latest[after] - durations[before]
                moved = True
    return {name: latest[name] - earliest[name] for name in durations}

class Worker:
    def __init__(self, place, kinds):
        self.place, self.kinds = place, frozenset(kinds)
        self.free_at = 0

    def rank(self):
        return len(self.kinds), self.place


def plan(tasks, workers):
    """Remembers when each task ends and each worker is free, and goes from one end to the next."""
    check(tasks)
    crew = sorted((Worker(place, kinds) for place, kinds in enumerate(workers)), key=Worker.rank)
    if not set(task[1] for task in tasks) <= {kind for worker in crew for kind in worker.kinds}:
        raise ValueError("a kind that nobody knows")
    lengths = chain_lengths(tasks)
    ranked = [task for _, _, task in sorted((-lengths[task[0]], place, task) for place, task in enumerate(tasks))]
    end_of = {}
    result = []
    moments = [0]
    while len(end_of) < len(tasks):
        now = min(moments)
        moments = [moment for moment in moments if moment > now]
        for name, kind, duration, needs in ranked:
            if name in end_of or any(end_of.get(need, now + 1) > now for need in needs):
                continue
            for worker in crew:
                if worker.free_at <= now and kind in worker.kinds:
                    worker.free_at = end_of[name] = now + duration
                    moments.append(worker.free_at)
                    result.append((now, worker.place, name))
                    break
    return result
