# Lots are in queues by day, and the days in order.
from collections import deque


class StockLots:
    def __init__(self):
        self.days = {}
        self.hands = {}
        self.reservations = {}
        self.number = 0

    def receive(self, item, quantity, unit_cost, best_before=None):
        if quantity < 1 or unit_cost < 0:
            raise ValueError((quantity, unit_cost))
        self.days.setdefault(item, {}).setdefault(best_before, deque()).append((quantity, unit_cost))
        self.hands[item] = self.hands.get(item, 0) + quantity

    def on_hand(self, item):
        return self.hands.get(item, 0)

    def free(self, item):
        return self.on_hand(item) - sum(quantity for name, quantity in self.reservations.values() if name == item)

    def reserve(self, item, quantity):
        if quantity < 1:
            raise ValueError(quantity)
        if quantity > self.free(item):
            return None
        self.number += 1
        self.reservations[self.number] = (item, quantity)
        return self.number

    def release(self, number):
        if number not in self.reservations:
            return False
        self.reservations.pop(number)
        return True

    def ship(self, number):
        item, quantity = self.reservations.pop(number)
        return self.withdraw(item, quantity)

    def issue(self, item, quantity):
        if quantity < 1:
            raise ValueError(quantity)
        if quantity > self.free(item):
            return None
        return self.withdraw(item, quantity)

    def withdraw(self, item, quantity):
        self.hands[item] -= quantity
        days = self.days[item]
        order = sorted(day for day in days if day is not None) + [None]
        cost = 0
        for day in order:
            queue = days.get(day, deque())
            while queue and quantity:
                there, unit_cost = queue.popleft()
                if there > quantity:
                    queue.appendleft((there - quantity, unit_cost))
                    there = quantity
                quantity -= there
                cost += there * unit_cost
        return cost

    def expire(self, day):
        cost = 0
        for item, days in self.days.items():
            for past in [other for other in days if other is not None and other < day]:
                for quantity, unit_cost in days.pop(past):
                    cost += quantity * unit_cost
                    self.hands[item] -= quantity
        for number in reversed(list(self.reservations)):
            if self.free(self.reservations[number][0]) < 0:
                del self.reservations[number]
        return cost
