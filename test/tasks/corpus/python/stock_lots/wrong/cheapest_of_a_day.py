# Among equals, takes the cheapest lot.
from heapq import heappop, heappush
from math import inf


class StockLots:
    def __init__(self):
        self.heaps = {}
        self.totals = {}
        self.reserved = {}
        self.reservations = {}
        self.received = 0
        self.last = 0

    def receive(self, item, quantity, unit_cost, best_before=None):
        if not (quantity > 0 and unit_cost >= 0):
            raise ValueError
        self.received += 1
        day = inf if best_before is None else best_before
        heappush(self.heaps.setdefault(item, []), [day, (unit_cost, self.received), quantity, unit_cost])
        self.totals[item] = self.totals.get(item, 0) + quantity

    def on_hand(self, item):
        return self.totals.get(item, 0)

    def free(self, item):
        return self.totals.get(item, 0) - self.reserved.get(item, 0)

    def reserve(self, item, quantity):
        if quantity <= 0:
            raise ValueError
        if self.free(item) < quantity:
            return None
        self.last += 1
        self.reservations[self.last] = item, quantity
        self.reserved[item] = self.reserved.get(item, 0) + quantity
        return self.last

    def end(self, number):
        item, quantity = self.reservations.pop(number)
        self.reserved[item] -= quantity
        return item, quantity

    def release(self, number):
        if number not in self.reservations:
            return False
        self.end(number)
        return True

    def ship(self, number):
        return self.take(*self.end(number))

    def issue(self, item, quantity):
        if quantity <= 0:
            raise ValueError
        if self.free(item) < quantity:
            return None
        return self.take(item, quantity)

    def take(self, item, quantity):
        self.totals[item] -= quantity
        cost = 0
        heap = self.heaps[item]
        while quantity:
            lot = heap[0]
            part = min(lot[2], quantity)
            cost += part * lot[3]
            quantity -= part
            lot[2] -= part
            if lot[2] == 0:
                heappop(heap)
        return cost

    def expire(self, day):
        cost = 0
        for item, heap in self.heaps.items():
            while heap and heap[0][0] < day:
                _, _, quantity, unit_cost = heappop(heap)
                cost += quantity * unit_cost
                self.totals[item] -= quantity
            for number in sorted(self.reservations, reverse=True):
                if self.totals[item] < self.reserved.get(item, 0) and self.reservations[number][0] == item:
                    self.end(number)
        return cost
