# Lengths grow until they stay; times forwards and backwards.
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
