# Plays each minute until nobody is left.
class Counter:
    def __init__(self, number, rest_after, rest):
        self.number = number
        self.rest_after = rest_after
        self.rest = rest
        self.count = 0
        self.busy_until = 0

    def is_free(self, now):
        return now >= self.busy_until

    def take(self, now, minutes):
        self.count += 1
        end = now + minutes
        self.busy_until = end
        if self.count == self.rest_after:
            self.count = 0
            self.busy_until += self.rest
        return (self.number, now, end)


class Customer:
    def __init__(self, arrival, minutes, patience, urgent):
        if arrival < 0 or minutes < 1 or patience < 0:
            raise ValueError("impossible customer")
        self.arrival = arrival
        self.minutes = minutes
        self.leaves = arrival + patience
        self.urgent = urgent
        self.record = None


def serve(customers, counters, rest_after=5, rest=3):
    if min(counters, rest_after, rest + 1) < 1:
        raise ValueError("impossible hall")
    hall = [Counter(number + 1, rest_after, rest) for number in range(counters)]
    people = [Customer(*customer) for customer in customers]
    coming = sorted(people, key=lambda person: person.arrival)[::-1]
    urgent, others = [], []
    now = coming[-1].arrival if coming else 0
    while coming or urgent or others:
        if not urgent and not others:
            now = max(now, coming[-1].arrival)
        while coming and coming[-1].arrival == now:
            person = coming.pop()
            (urgent if person.urgent else others).append(person)
        for counter in hall:
            line = urgent or others
            if line and counter.is_free(now):
                person = line.pop(0)
                person.record = counter.take(now, person.minutes)
        for line in (urgent, others):
            for person in [person for person in line if person.leaves == now]:
                person.record = (None, now, now)
                line.remove(person)
        now += 1
    return [person.record for person in people]


def queue_at(customers, records, moment):
    waiting = [1 for customer, record in zip(customers, records) if customer[0] <= moment and moment < record[1]]
    return len(waiting)


def report(customers, records):
    pairs = list(zip(customers, records))
    served = [pair for pair in pairs if pair[1][0]]
    counters = sorted({record[0] for _, record in served})
    longest = 0
    for arrival in {customer[0] for customer in customers}:
        longest = max(longest, queue_at(customers, records, arrival))
    return dict(
        served=len(served),
        left=len(pairs) - len(served),
        longest_wait=max([0] + [record[1] - customer[0] for customer, record in served]),
        longest_queue=longest,
        closing=max([0] + [record[2] for _, record in served]),
        worked={counter: sum(record[2] - record[1] for _, record in served if record[0] == counter) for counter in counters},
    )
