# Counters are generators that are told when they begin and say when they are free.
from bisect import insort


def counter_at_work(rest_after, rest):
    free = 0
    count = 0
    while True:
        end = yield free
        count += 1
        free = end if count % rest_after else end + rest


def serve(customers, counters, rest_after=5, rest=3):
    if counters < 1:
        raise ValueError("counters")
    if rest_after < 1:
        raise ValueError("rest_after")
    if rest < 0:
        raise ValueError("rest")
    for arrival, minutes, patience, urgent in customers:
        if arrival < 0 or patience < 0 or minutes < 1:
            raise ValueError("customer")
    workers = [counter_at_work(rest_after, rest) for _ in range(counters)]
    free = [next(worker) for worker in workers]
    records = {}
    queue = []
    todo = {}
    for place, customer in enumerate(customers):
        todo.setdefault(customer[0], []).append(place)
        todo.setdefault(customer[0] + customer[2], [])
    while todo:
        now = min(todo)
        for place in todo.pop(now):
            insort(queue, (0 if customers[place][3] else 1, now, place))
        for number, worker in enumerate(workers):
            if free[number] <= now and queue:
                _, _, place = queue.pop(0)
                end = now + customers[place][1]
                records[place] = (number + 1, now, end)
                free[number] = worker.send(end)
                todo.setdefault(free[number], [])
        keep = []
        for entry in queue:
            place = entry[2]
            if customers[place][0] + customers[place][2] == now:
                records[place] = (None, now, now)
            else:
                keep.append(entry)
        queue = keep
    return [records[place] for place in sorted(records)]


def queue_at(customers, records, moment):
    return len([place for place in range(len(records)) if customers[place][0] <= moment < records[place][1]])


def report(customers, records):
    served = {place: record for place, record in enumerate(records) if record[0] is not None}
    changes = []
    for customer, record in zip(customers, records):
        changes += [(customer[0], 1), (record[1], -1)]
    level = longest = 0
    for change in sorted(changes):
        level += change[1]
        longest = max(longest, level)
    worked = {}
    for counter, start, end in served.values():
        worked[counter] = worked.get(counter, 0) + (end - start)
    return {
        "served": len(served),
        "left": len(records) - len(served),
        "longest_wait": max([records[place][1] - customers[place][0] for place in served], default=0),
        "longest_queue": longest,
        "closing": max([record[2] for record in served.values()], default=0),
        "worked": worked,
    }
