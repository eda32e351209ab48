# Colours find circles; the moments to come are a list.
def check(tasks):
    seen = {}
    for name, _, duration, needs in tasks:
        if name in seen or duration <= 0:
            raise ValueError(name)
        seen[name] = needs
    for needs in seen.values():
        for need in needs:
            if need not in seen:
                raise KeyError(f"no task {need}")
    colours = dict.fromkeys(seen, "white")

    def visit(name):
        if colours[name] == "grey":
            raise ValueError("circle at " + name)
        if colours[name] == "white":
            colours[name] = "grey"
            for need in seen[name]:
                visit(need)
            colours[name] = "black"

    for name in seen:
        visit(name)

def chain_lengths(tasks):
    """Goes over the tasks until nothing grows any more."""
    durations = {name: duration for name, _, duration, _ in tasks}
    lengths = dict(durations)
    grew = True
    while grew:
        grew = False
        for name, _, _, needs in reversed(tasks):
            for need in needs:
                if lengths[need] < durations[need] + lengths[name]:
                    lengths[need] = durations[need] + lengths[name]
                    grew = True
    return lengths

def critical_path(tasks):
    """Compares the best chain from each task on: by its length, then by the places in the list."""
    check(tasks)
    best = {}

    def best_from(place):
        if place not in best:
            name, _, duration, _ = tasks[place]
            chains = [best_from(other) for other, task in enumerate(tasks) if name in task[3]]
            length, rest = min(chains, default=(0, []))
            best[place] = (length - duration, [place, *rest])
        return best[place]

    _, places = min([best_from(place) for place in range(len(tasks))], default=(0, []))
    return [tasks[place][0] for place in places]

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
