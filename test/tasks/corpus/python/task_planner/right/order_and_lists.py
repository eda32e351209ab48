# An order of needs gives the lengths; lists are gone through.
from collections import Counter, deque


def check(tasks):
    count = Counter(task[0] for task in tasks)
    if any(number > 1 for number in count.values()) or min((task[2] for task in tasks), default=1) < 1:
        raise ValueError("names must differ and durations be at least 1")
    missing = [need for task in tasks for need in task[3] if need not in count]
    if missing:
        raise KeyError(missing[0])
    open_needs = {task[0]: len(task[3]) for task in tasks}
    queue = deque(name for name, number in open_needs.items() if number == 0)
    done = 0
    while queue:
        ended = queue.popleft()
        done += 1
        for task in tasks:
            if ended in task[3]:
                open_needs[task[0]] -= 1
                if open_needs[task[0]] == 0:
                    queue.append(task[0])
    if done < len(tasks):
        raise ValueError("tasks need each other in a circle")

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
    check(tasks)
    if any(not any(task[1] in kinds for kinds in workers) for task in tasks):
        raise ValueError("nobody can do a task")
    lengths = chain_lengths(tasks)
    waiting = sorted(tasks, key=lambda task: -lengths[task[0]])
    order = sorted(range(len(workers)), key=lambda worker: len(set(workers[worker])))
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
