# Lots are put in their place when they are received.
from bisect import insort
from collections import defaultdict


class Lot:
    def __init__(self, quantity, unit_cost, best_before):
        self.quantity = quantity
        self.unit_cost = unit_cost
        self.best_before = best_before

    def rank(self):
        return (1, 0) if self.best_before is None else (0, self.best_before)

    def is_past(self, day):
        return self.best_before is not None and self.best_before < day

    def value(self):
        return self.quantity * self.unit_cost


class StockLots:
    def __init__(self):
        self.lots = defaultdict(list)
        self.reservations = []
        self.granted = 0

    def receive(self, item, quantity, unit_cost, best_before=None):
        if quantity < 1 or unit_cost < 0:
            raise ValueError("not a lot")
        insort(self.lots[item], Lot(quantity, unit_cost, best_before), key=Lot.rank)

    def on_hand(self, item):
        return sum(lot.quantity for lot in self.lots[item])

    def reserved(self, item):
        return sum(quantity for _, other, quantity in self.reservations if other == item)

    def free(self, item):
        return self.on_hand(item) - self.reserved(item)

    def can_spare(self, item, quantity):
        if quantity < 1:
            raise ValueError("nothing is no quantity")
        return self.free(item) >= quantity

    def reserve(self, item, quantity):
        if not self.can_spare(item, quantity):
            return None
        self.granted += 1
        self.reservations.append((self.granted, item, quantity))
        return self.granted

    def place(self, number):
        for place, reservation in enumerate(self.reservations):
            if reservation[0] == number:
                return place
        return None

    def release(self, number):
        place = self.place(number)
        if place is not None:
            del self.reservations[place]
        return place is not None

    def ship(self, number):
        place = self.place(number)
        if place is None:
            raise KeyError(number)
        _, item, quantity = self.reservations.pop(place)
        return self.take(item, quantity)

    def issue(self, item, quantity):
        return self.take(item, quantity) if self.can_spare(item, quantity) else None

    def take(self, item, quantity):
        lots = self.lots[item]
        before = sum(lot.value() for lot in lots)
        while lots and quantity >= lots[0].quantity:
            quantity -= lots.pop(0).quantity
            if quantity == 0:
                break
        if quantity:
            lots[0].quantity -= quantity
        return before - sum(lot.value() for lot in lots)

    def expire(self, day):
        lost = 0
        for item in list(self.lots):
            lost += sum(lot.value() for lot in self.lots[item] if lot.is_past(day))
            self.lots[item] = [lot for lot in self.lots[item] if not lot.is_past(day)]
            while self.free(item) < 0:
                newest = max(number for number, other, _ in self.reservations if other == item)
                self.release(newest)
        return lost
