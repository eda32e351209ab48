# An order of needs gives the lengths; heaps hold what is to come.
import heapq


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

def in_order(tasks):
    """The tasks so that each stands after all that it needs."""
    placed, order = set(), []
    while len(order) < len(tasks):
        for task in tasks:
            if task[0] not in placed and placed.issuperset(task[3]):
                placed.add(task[0])
                order.append(task)
    return order


def chain_lengths(tasks):
    after = {task[0]: 0 for task in tasks}
    lengths = {}
    for name, _, duration, needs in reversed(in_order(tasks)):
        lengths[name] = after[name] + duration
        for need in needs:
            after[need] = max(after[need], lengths[name])
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
    """A heap of ends and a heap of tasks that can begin."""
    check(tasks)
    for task in tasks:
        if all(task[1] not in kinds for kinds in workers):
            raise ValueError(task[0] + " cannot be done")
    lengths = chain_lengths(tasks)
    places = {task[0]: place for place, task in enumerate(tasks)}
    open_needs = {task[0]: len(task[3]) for task in tasks}
    users = {task[0]: [] for task in tasks}
    for task in tasks:
        for need in task[3]:
            users[need].append(task[0])
    ready = [(-lengths[name], places[name]) for name in places if open_needs[name] == 0]
    heapq.heapify(ready)
    ends, free, result, now = [], set(range(len(workers))), [], 0
    while ready or ends:
        kept = []
        while ready:
            entry = heapq.heappop(ready)
            name, kind, duration, _ = tasks[entry[1]]
            able = [(len(set(workers[worker])), worker) for worker in free if kind in workers[worker]]
            if not able:
                kept.append(entry)
                continue
            worker = min(able)[1]
            free.discard(worker)
            result.append((now, worker, name))
            heapq.heappush(ends, (now + duration, worker, name))
        for entry in kept:
            heapq.heappush(ready, entry)
        if not ends:
            break
        now = ends[0][0]
        while ends and ends[0][0] == now:
            _, worker, name = heapq.heappop(ends)
            free.add(worker)
            for user in users[name]:
                open_needs[user] -= 1
                if open_needs[user] == 0:
                    heapq.heappush(ready, (-lengths[user], places[user]))
    return result
