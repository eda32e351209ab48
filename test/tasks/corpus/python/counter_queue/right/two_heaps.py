# One heap of those who wait, with those who left marked, and one of counters that are busy.
from heapq import heappop, heappush


def valid(customer):
    arrival, minutes, patience, _ = customer
    return arrival >= 0 and minutes >= 1 and patience >= 0


def serve(customers, counters, rest_after=5, rest=3):
    if counters < 1 or rest_after < 1 or rest < 0 or not all(map(valid, customers)):
        raise ValueError("cannot serve")
    order = sorted(range(len(customers)), key=lambda place: (customers[place][0], place))
    records = [None] * len(customers)
    waiting, patience, busy = [], [], []
    idle = list(range(1, counters + 1))
    given = [0] * (counters + 1)
    upcoming = 0
    while upcoming < len(order) or patience:
        choices = []
        if upcoming < len(order):
            choices.append(customers[order[upcoming]][0])
        if patience:
            choices.append(patience[0][0])
        if busy:
            choices.append(busy[0][0])
        now = min(choices)
        while busy and busy[0][0] <= now:
            heappush(idle, heappop(busy)[1])
        while upcoming < len(order) and customers[order[upcoming]][0] == now:
            place = order[upcoming]
            upcoming += 1
            heappush(waiting, (-1 if customers[place][3] else 0, now, place))
            heappush(patience, (now + customers[place][2], place))
        while idle and waiting:
            place = heappop(waiting)[2]
            if records[place] is None:
                counter = heappop(idle)
                given[counter] += 1
                end = now + customers[place][1]
                records[place] = (counter, now, end)
                if given[counter] % rest_after == 0:
                    end += rest
                heappush(busy, (end, counter))
        while patience and (patience[0][0] <= now or records[patience[0][1]] is not None):
            place = heappop(patience)[1]
            if records[place] is None:
                records[place] = (None, now, now)
    return records


def queue_at(customers, records, moment):
    waits = ((customer[0], record[1]) for customer, record in zip(customers, records))
    return sum(begin <= moment and moment < end for begin, end in waits)


def report(customers, records):
    served = [place for place, record in enumerate(records) if record[0] is not None]
    worked = {}
    for place in served:
        counter, start, end = records[place]
        worked.setdefault(counter, []).append(end - start)
    return {
        "served": len(served),
        "left": len(records) - len(served),
        "longest_wait": max((records[place][1] - customers[place][0] for place in served), default=0),
        "longest_queue": max((queue_at(customers, records, customer[0]) for customer in customers), default=0),
        "closing": max((records[place][2] for place in served), default=0),
        "worked": {counter: sum(times) for counter, times in worked.items()},
    }
