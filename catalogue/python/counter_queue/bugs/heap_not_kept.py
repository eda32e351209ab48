import heapq


def check_hall(customers, counters, rest_after, rest):
    if counters < 1 or rest_after < 1 or rest < 0:
        raise ValueError("the hall needs a counter, and rests of 0 or more after 1 or more customers")
    for arrival, minutes, patience, _ in customers:
        if arrival < 0 or minutes < 1 or patience < 0:
            raise ValueError("a customer has a wrong time")


def serve(customers, counters, rest_after=5, rest=3):
    check_hall(customers, counters, rest_after, rest)
    arrivals = sorted(range(len(customers)), key=lambda index: customers[index][0])
    moments = sorted({customers[index][0] for index in arrivals})
    free_from = [0] * counters
    served = [0] * counters
    records = [None] * len(customers)
    waiting = []
    come = 0
    while moments:
        now = heapq.heappop(moments)
        while come < len(arrivals) and customers[arrivals[come]][0] <= now:
            index = arrivals[come]
            _, _, patience, urgent = customers[index]
            heapq.heappush(waiting, (0 if urgent else 1, come, index))
            heapq.heappush(moments, now + patience)
            come += 1
        for number in range(counters):
            if waiting and free_from[number] <= now:
                _, _, index = heapq.heappop(waiting)
                end = now + customers[index][1]
                records[index] = (number + 1, now, end)
                served[number] += 1
                free_from[number] = end if served[number] % rest_after else end + rest
                heapq.heappush(moments, free_from[number])
        waiting = leave(customers, waiting, records, now)
    return records


def leave(customers, waiting, records, now):
    for entry in list(waiting):
        arrival, _, patience, _ = customers[entry[2]]
        if arrival + patience <= now:
            records[entry[2]] = (None, now, now)
            waiting[waiting.index(entry)] = waiting[-1]
            waiting.pop()
    return waiting


def queue_at(customers, records, moment):
    return sum(customer[0] <= moment < record[1] for customer, record in zip(customers, records))


def report(customers, records):
    served = [index for index, record in enumerate(records) if record[0] is not None]
    waits = [records[index][1] - customers[index][0] for index in served]
    worked = {}
    for index in served:
        number, start, end = records[index]
        worked[number] = worked.get(number, 0) + end - start
    return {
        "served": len(served),
        "left": len(records) - len(served),
        "longest_wait": max(waits, default=0),
        "longest_queue": max((queue_at(customers, records, customer[0]) for customer in customers), default=0),
        "closing": max((records[index][2] for index in served), default=0),
        "worked": worked,
    }
