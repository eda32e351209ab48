# The queue is a sorted list of keys, the counters are a sorted list of times.
from bisect import bisect_left, insort
from collections import defaultdict


def refuse(condition):
    if condition:
        raise ValueError("wrong numbers")


def serve(customers, counters, rest_after=5, rest=3):
    refuse(counters < 1 or rest_after < 1 or rest < 0)
    for arrival, minutes, patience, _ in customers:
        refuse(arrival < 0 or minutes < 1 or patience < 0)
    joining, leaving, freeing = defaultdict(list), defaultdict(list), defaultdict(list)
    keys = []
    for place, (arrival, _, patience, urgent) in enumerate(customers):
        keys.append((not urgent, arrival, place))
        joining[arrival].append(keys[place])
        leaving[arrival + patience].append(keys[place])
    clock = sorted({*joining, *leaving})
    idle = list(range(1, counters + 1))
    numbers = defaultdict(int)
    records = [None] * len(customers)
    queue = []
    place = 0
    while place < len(clock):
        now = clock[place]
        place += 1
        for counter in freeing.pop(now, []):
            insort(idle, counter)
        for key in joining[now]:
            insort(queue, key)
        while idle and queue:
            counter, (_, _, customer) = idle.pop(0), queue.pop(0)
            end = now + customers[customer][1]
            records[customer] = (counter, now, end)
            numbers[counter] += 1
            free = end + rest * (numbers[counter] % rest_after == 0)
            freeing[free].append(counter)
            spot = bisect_left(clock, free)
            if spot == len(clock) or clock[spot] != free:
                clock.insert(spot, free)
        for key in leaving[now]:
            spot = bisect_left(queue, key)
            if spot < len(queue) and queue[spot] == key:
                del queue[spot]
                records[key[2]] = (None, now, now)
    return records


def queue_at(customers, records, moment):
    return sum(1 for customer, record in zip(customers, records) if customer[0] <= moment and not record[1] <= moment)


def report(customers, records):
    counters = [record[0] for record in records]
    left = counters.count(None)
    waits = [record[1] - customer[0] for customer, record in zip(customers, records) if record[0]]
    queues = [queue_at(customers, records, arrival) for arrival, _, _, _ in customers]
    ends = [end for counter, _, end in records if counter]
    worked = {counter: 0 for counter in counters if counter}
    for counter, start, end in records:
        if counter:
            worked[counter] += end - start
    biggest = lambda numbers: max(numbers) if numbers else 0
    return {"served": len(counters) - left, "left": left, "longest_wait": biggest(waits), "longest_queue": biggest(queues), "closing": biggest(ends), "worked": worked}
