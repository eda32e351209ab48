# The first free worker in the list gets a task.
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
    lengths = chain_lengths(tasks)
    path = []
    choices = [task[0] for task in tasks]
    while choices:
        best = max(choices, key=lengths.get)
        path.append(best)
        choices = [task[0] for task in tasks if best in task[3]]
    return path

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

def plan(tasks, workers):
    check(tasks)
    if any(not any(task[1] in kinds for kinds in workers) for task in tasks):
        raise ValueError("nobody can do a task")
    lengths = chain_lengths(tasks)
    waiting = sorted(tasks, key=lambda task: -lengths[task[0]])
    order = sorted(range(len(workers)), key=lambda worker: 0)
    busy = {}
    ended = set()
    given = []
    now = 0
    while waiting:
        for task in list(waiting):
            if ended.issuperset(task[3]):
                free = [worker for worker in order if worker not in busy and task[1] in workers[worker]]
                if free:
                    busy[free[0]] = (now + task[2], task[0])
                    given.append((now, free[0], task[0]))
                    waiting.remove(task)
        now = min(end for end, _ in busy.values())
        for worker, (end, name) in list(busy.items()):
            if end == now:
                del busy[worker]
                ended.add(name)
    return given
