# The queue is a linked list in which each one is put in its place.
class Person:
    def __init__(self, place, customer):
        self.place = place
        self.arrival, self.minutes, self.patience, self.urgent = customer
        self.behind = None

    def goes_before(self, other):
        return self.urgent and not other.urgent


class Line:
    def __init__(self):
        self.first = None

    def join(self, person):
        if self.first is None or person.goes_before(self.first):
            person.behind, self.first = self.first, person
            return
        before = self.first
        while before.behind is not None and not person.goes_before(before.behind):
            before = before.behind
        person.behind, before.behind = before.behind, person

    def take(self):
        person = self.first
        self.first = person.behind
        return person

    def drop(self, now):
        kept, left = Line(), []
        last = None
        person = self.first
        while person is not None:
            following = person.behind
            person.behind = None
            if person.arrival + person.patience == now:
                left.append(person)
            elif last is None:
                kept.first = last = person
            else:
                last.behind = person
                last = person
            person = following
        self.first = kept.first
        return left


def serve(customers, counters, rest_after=5, rest=3):
    if counters < 1 or rest_after < 1 or rest < 0:
        raise ValueError("hall")
    people = [Person(place, customer) for place, customer in enumerate(customers)]
    if any(person.arrival < 0 or person.minutes < 1 or person.patience < 0 for person in people):
        raise ValueError("person")
    line = Line()
    free = [0] * counters
    tally = [0] * counters
    answers = {}
    moments = {person.arrival for person in people} | {person.arrival + person.patience for person in people}
    while moments:
        now = min(moments)
        moments.discard(now)
        for person in people:
            if person.arrival == now:
                line.join(person)
        for number in range(counters):
            if free[number] <= now and line.first is not None:
                person = line.take()
                end = now + person.minutes
                answers[person.place] = (number + 1, now, end)
                tally[number] += 1
                free[number] = end
                if tally[number] % rest_after == 0:
                    free[number] = end + rest
                moments.add(free[number])
        for person in line.drop(now):
            answers[person.place] = (None, now, now)
    return [answers[place] for place in range(len(customers))]


def queue_at(customers, records, moment):
    present = 0
    for customer, record in zip(customers, records):
        present += customer[0] <= moment
        present -= record[1] <= moment
    return present


def report(customers, records):
    served = left = wait = closing = queue = 0
    worked = {}
    for customer, record in zip(customers, records):
        counter, start, end = record
        queue = max(queue, queue_at(customers, records, customer[0]))
        if counter is None:
            left += 1
        else:
            served += 1
            wait = max(wait, start - customer[0])
            closing = max(closing, end)
            worked[counter] = worked.get(counter, 0) + end - start
    return {"served": served, "left": left, "longest_wait": wait, "longest_queue": queue, "closing": closing, "worked": worked}
