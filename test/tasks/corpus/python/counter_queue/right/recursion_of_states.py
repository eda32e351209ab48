# A state of the hall is a tuple, and each moment makes a new one.
from typing import NamedTuple


class State(NamedTuple):
    queue: tuple
    free: tuple
    counts: tuple
    records: tuple


def join(state, customers, now):
    fresh = tuple(place for place, customer in enumerate(customers) if customer[0] == now)
    order = sorted(state.queue + fresh, key=lambda place: (0 if customers[place][3] else 1, customers[place][0], place))
    return state._replace(queue=tuple(order))


def call(state, customers, now, rest_after, rest):
    for counter, free in enumerate(state.free):
        if free <= now and state.queue:
            place, *others = state.queue
            end = now + customers[place][1]
            count = state.counts[counter] + 1
            next_free = end + (0 if count % rest_after else rest)
            state = State(
                tuple(others),
                state.free[:counter] + (next_free,) + state.free[counter + 1 :],
                state.counts[:counter] + (count,) + state.counts[counter + 1 :],
                state.records + ((place, (counter + 1, now, end)),),
            )
    return state


def leave(state, customers, now):
    gone = tuple(place for place in state.queue if customers[place][0] + customers[place][2] == now)
    stay = tuple(place for place in state.queue if place not in gone)
    return state._replace(queue=stay, records=state.records + tuple((place, (None, now, now)) for place in gone))


def serve(customers, counters, rest_after=5, rest=3):
    bad_hall = counters < 1 or rest_after < 1 or rest < 0
    bad_customers = [customer for customer in customers if customer[0] < 0 or customer[1] < 1 or customer[2] < 0]
    if bad_hall or bad_customers:
        raise ValueError("not possible")
    state = State((), (0,) * counters, (0,) * counters, ())
    fixed = sorted({customer[0] for customer in customers} | {customer[0] + customer[2] for customer in customers})
    now = -1
    while len(state.records) < len(customers):
        now = min(time for time in [*fixed, *state.free] if time > now)
        state = join(state, customers, now)
        state = call(state, customers, now, rest_after, rest)
        state = leave(state, customers, now)
    return [record for _, record in sorted(state.records, key=lambda pair: pair[0])]


def queue_at(customers, records, moment):
    return [customer[0] <= moment < record[1] for customer, record in zip(customers, records)].count(True)


def report(customers, records):
    numbers = {"served": 0, "left": 0, "longest_wait": 0, "longest_queue": 0, "closing": 0, "worked": {}}
    for customer, (counter, start, end) in zip(customers, records):
        numbers["served" if counter is not None else "left"] += 1
        if counter is not None:
            numbers["longest_wait"] = max(start - customer[0], numbers["longest_wait"])
            numbers["closing"] = max(end, numbers["closing"])
            numbers["worked"][counter] = end - start + numbers["worked"].get(counter, 0)
    for moment in {customer[0] for customer in customers}:
        numbers["longest_queue"] = max(queue_at(customers, records, moment), numbers["longest_queue"])
    return numbers
