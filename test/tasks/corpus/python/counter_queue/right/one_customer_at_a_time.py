# Each time looks for the next that can be served, among all who have not been yet.
def next_time(waiting, customers, free, after):
    """The first time after this one at which somebody joins, leaves or a counter is free."""
    times = [customers[place][0] for place in waiting] + [customers[place][0] + customers[place][2] for place in waiting] + free
    return min(time for time in times if time > after)


def serve(customers, counters, rest_after=5, rest=3):
    for number, least in ((counters, 1), (rest_after, 1), (rest, 0)):
        if number < least:
            raise ValueError(number)
    for customer in customers:
        for number, least in zip(customer, (0, 1, 0)):
            if number < least:
                raise ValueError(customer)
    free = [0] * counters
    served = [0] * counters
    records = [()] * len(customers)
    waiting = list(range(len(customers)))
    now = -1
    while waiting:
        now = next_time(waiting, customers, free, now)
        present = [place for place in waiting if customers[place][0] <= now]
        present.sort(key=lambda place: customers[place][0])
        present.sort(key=lambda place: 0 if customers[place][3] else 1)
        available = [counter for counter in range(counters) if free[counter] <= now]
        for counter, place in zip(available, present):
            end = now + customers[place][1]
            records[place] = (counter + 1, now, end)
            served[counter] += 1
            free[counter] = end if served[counter] % rest_after else end + rest
            waiting.remove(place)
        for place in present[len(available) :]:
            if sum(customers[place][0:3:2]) == now:
                records[place] = (None, now, now)
                waiting.remove(place)
    return records


def queue_at(customers, records, moment):
    total = 0
    for place, customer in enumerate(customers):
        if not (customer[0] > moment or records[place][1] <= moment):
            total += 1
    return total


def report(customers, records):
    result = {"served": 0, "left": 0, "longest_wait": 0, "longest_queue": 0, "closing": 0}
    worked = {}
    for place, (counter, start, end) in enumerate(records):
        arrival = customers[place][0]
        length = queue_at(customers, records, arrival)
        if length > result["longest_queue"]:
            result["longest_queue"] = length
        if counter is None:
            result["left"] += 1
        else:
            result["served"] += 1
            worked[counter] = worked.get(counter, 0) + end - start
            if start - arrival > result["longest_wait"]:
                result["longest_wait"] = start - arrival
            if end > result["closing"]:
                result["closing"] = end
    result["worked"] = worked
    return result
