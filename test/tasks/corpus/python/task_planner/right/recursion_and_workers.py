# Recursion gives lengths and chains; workers are objects.
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
    check(tasks)
    lengths = chain_lengths(tasks)
    earliest = {}

    def start(name):
        if name not in earliest:
            needs = next(task[3] for task in tasks if task[0] == name)
            earliest[name] = max((start(need) + duration_of(tasks, need) for need in needs), default=0)
        return earliest[name]

    whole = max(lengths.values(), default=0)
    return {task[0]: whole - lengths[task[0]] - start(task[0]) for task in tasks}


def duration_of(tasks, name):
    return next(task[2] for task in tasks if task[0] == name)

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
