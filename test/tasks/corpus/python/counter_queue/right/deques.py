# Two deques, for urgent ones and others, in which those who have left are skipped.
from collections import Counter, deque
from itertools import chain


def serve(customers, counters, rest_after=5, rest=3):
    if counters <= 0 or rest_after <= 0 or rest < 0:
        raise ValueError("numbers")
    if not all(arrival >= 0 and minutes > 0 and patience >= 0 for arrival, minutes, patience, _ in customers):
        raise ValueError("numbers of a customer")
    order = sorted(range(len(customers)), key=lambda place: customers[place][0])
    arrivals = deque(order)
    lines = {True: deque(), False: deque()}
    records = [None] * len(customers)
    ready = {counter: 0 for counter in range(1, counters + 1)}
    counts = Counter()
    now = -1
    while arrivals or lines[True] or lines[False]:
        moments = [customers[arrivals[0]][0]] if arrivals else []
        waiting = list(chain(lines[True], lines[False]))
        if waiting:
            moments += [time for time in ready.values() if time > now]
            moments += [customers[place][0] + customers[place][2] for place in waiting]
        now = min(moments)
        while arrivals and customers[arrivals[0]][0] == now:
            place = arrivals.popleft()
            lines[bool(customers[place][3])].append(place)
        for counter in ready:
            if ready[counter] > now:
                continue
            line = lines[True] or lines[False]
            if not line:
                break
            place = line.popleft()
            records[place] = (counter, now, now + customers[place][1])
            counts[counter] += 1
            ready[counter] = records[place][2]
            if counts[counter] % rest_after == 0:
                ready[counter] += rest
        for kind, line in lines.items():
            stay = deque()
            for place in line:
                if customers[place][0] + customers[place][2] <= now:
                    records[place] = (None, now, now)
                else:
                    stay.append(place)
            lines[kind] = stay
    return records


def queue_at(customers, records, moment):
    came = sum(1 for customer in customers if customer[0] <= moment)
    gone = sum(1 for record in records if record[1] <= moment)
    return came - gone


def report(customers, records):
    waits, ends, worked = [0], [0], Counter()
    for customer, (counter, start, end) in zip(customers, records):
        if counter is not None:
            waits.append(start - customer[0])
            ends.append(end)
            worked[counter] += end - start
    moments = sorted({customer[0] for customer in customers})
    return {
        "served": len(ends) - 1,
        "left": len(records) - len(ends) + 1,
        "longest_wait": max(waits),
        "longest_queue": max([queue_at(customers, records, moment) for moment in moments] or [0]),
        "closing": max(ends),
        "worked": dict(worked),
    }
