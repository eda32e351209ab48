# Colours find circles, heaps hold the ends and what can begin.
import heapq


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
