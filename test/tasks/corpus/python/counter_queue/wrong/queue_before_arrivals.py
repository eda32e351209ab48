# The queue does not count those who came in that minute.
def check(customers, counters, rest_after, rest):
    if counters < 1 or rest_after < 1 or rest < 0:
        raise ValueError("hall")
    for arrival, minutes, patience, _ in customers:
        if arrival < 0 or patience < 0 or minutes < 1:
            raise ValueError("customer")


def serve(customers, counters, rest_after=5, rest=3):
    check(customers, counters, rest_after, rest)
    records = [None] * len(customers)
    free_at = [0] * counters
    done = [0] * counters
    times = {arrival for arrival, _, _, _ in customers} | {arrival + patience for arrival, _, patience, _ in customers}
    queue = []
    while times:
        now = min(times)
        times.remove(now)
        queue += [place for place, customer in enumerate(customers) if customer[0] == now]
        queue.sort(key=lambda place: (not customers[place][3], customers[place][0], place))
        for counter in range(counters):
            if queue and free_at[counter] <= now:
                place = queue.pop(0)
                end = now + customers[place][1]
                records[place] = (counter + 1, now, end)
                done[counter] += 1
                free_at[counter] = end + (rest if done[counter] % rest_after == 0 else 0)
                times.add(free_at[counter])
        for place in list(queue):
            if customers[place][0] + customers[place][2] == now:
                queue.remove(place)
                records[place] = (None, now, now)
    return records


def queue_at(customers, records, moment):
    return sum(customer[0] < moment < record[1] for customer, record in zip(customers, records))


def report(customers, records):
    served = [(customer, record) for customer, record in zip(customers, records) if record[0] is not None]
    worked = {}
    for _, (counter, start, end) in served:
        worked[counter] = worked.get(counter, 0) + end - start
    return {
        "served": len(served),
        "left": len(records) - len(served),
        "longest_wait": max((record[1] - customer[0] for customer, record in served), default=0),
        "longest_queue": max((queue_at(customers, records, customer[0]) for customer in customers), default=0),
        "closing": max((record[2] for _, record in served), default=0),
        "worked": worked,
    }
