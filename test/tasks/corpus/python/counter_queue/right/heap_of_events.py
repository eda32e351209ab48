# Events on a heap: arrivals, counters that become free, patience that ends.
from heapq import heapify, heappop, heappush


class Hall:
    def __init__(self, customers, counters, rest_after, rest):
        self.customers = customers
        self.rest_after = rest_after
        self.rest = rest
        self.records = {}
        self.idle = list(range(1, counters + 1))
        self.served = dict.fromkeys(self.idle, 0)
        self.queue = []
        self.events = [(customer[0], 0, place) for place, customer in enumerate(customers)]
        heapify(self.events)

    def play(self):
        while self.events:
            now = self.events[0][0]
            impatient = []
            while self.events and self.events[0][0] == now:
                _, kind, number = heappop(self.events)
                if kind == 0:
                    arrival, _, patience, urgent = self.customers[number]
                    heappush(self.queue, (0 if urgent else 1, arrival, number))
                    heappush(self.events, (arrival + patience, 2, number))
                elif kind == 1:
                    heappush(self.idle, number)
                else:
                    impatient.append(number)
            self.assign(now)
            for number in impatient:
                if number not in self.records:
                    self.records[number] = (None, now, now)
        return [self.records[place] for place in range(len(self.customers))]

    def assign(self, now):
        while self.idle and self.queue:
            _, _, number = heappop(self.queue)
            if number in self.records:
                continue
            counter = heappop(self.idle)
            end = now + self.customers[number][1]
            self.records[number] = (counter, now, end)
            self.served[counter] += 1
            pause = self.rest if self.served[counter] % self.rest_after == 0 else 0
            heappush(self.events, (end + pause, 1, counter))


def serve(customers, counters, rest_after=5, rest=3):
    if counters < 1 or rest_after < 1 or rest < 0:
        raise ValueError("the hall cannot be")
    if any(arrival < 0 or minutes < 1 or patience < 0 for arrival, minutes, patience, _ in customers):
        raise ValueError("a customer cannot be")
    return Hall(customers, counters, rest_after, rest).play()


def queue_at(customers, records, moment):
    count = 0
    for (arrival, _, _, _), (_, start, _) in zip(customers, records):
        if arrival <= moment and start > moment:
            count += 1
    return count


def report(customers, records):
    answer = {"served": 0, "left": 0, "longest_wait": 0, "longest_queue": 0, "closing": 0, "worked": {}}
    for (arrival, _, _, _), (counter, start, end) in zip(customers, records):
        answer["longest_queue"] = max(answer["longest_queue"], queue_at(customers, records, arrival))
        if counter is None:
            answer["left"] += 1
            continue
        answer["served"] += 1
        answer["longest_wait"] = max(answer["longest_wait"], start - arrival)
        answer["closing"] = max(answer["closing"], end)
        answer["worked"].setdefault(counter, 0)
        answer["worked"][counter] += end - start
    return answer
