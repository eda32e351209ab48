# A queue finds circles; workers are objects that know when they are free.
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
