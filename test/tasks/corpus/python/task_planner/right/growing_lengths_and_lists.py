# Lengths grow until they stay; the chain is found by comparison of whole chains.
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
