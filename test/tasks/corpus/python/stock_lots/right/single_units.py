# Runs of units by day and receipt in one dict, taken by the smallest key.
class StockLots:
    def __init__(self):
        self.stock = {}
        self.reservations = {}
        self.turn = 0
        self.next_number = 1

    def receive(self, item, quantity, unit_cost, best_before=None):
        if quantity < 1:
            raise ValueError("too few")
        if unit_cost < 0:
            raise ValueError("too cheap")
        self.turn += 1
        key = (0, best_before, self.turn) if best_before is not None else (1, 0, self.turn)
        self.stock.setdefault(item, {})[key] = (quantity, unit_cost)

    def on_hand(self, item):
        return sum(quantity for quantity, _ in self.stock.get(item, {}).values())

    def free(self, item):
        reserved = [quantity for other, quantity in self.reservations.values() if other == item]
        return self.on_hand(item) - sum(reserved)

    def reserve(self, item, quantity):
        if quantity < 1:
            raise ValueError("too few")
        if quantity <= self.free(item):
            number = self.next_number
            self.next_number += 1
            self.reservations[number] = [item, quantity]
            return number

    def release(self, number):
        if number in self.reservations:
            del self.reservations[number]
            return True
        return False

    def ship(self, number):
        if number not in self.reservations:
            raise KeyError("no such reservation")
        item, quantity = self.reservations.pop(number)
        return self.out(item, quantity)

    def issue(self, item, quantity):
        if quantity < 1:
            raise ValueError("too few")
        if quantity <= self.free(item):
            return self.out(item, quantity)

    def out(self, item, quantity):
        if quantity == 0:
            return 0
        lots = self.stock[item]
        first = min(lots)
        there, unit_cost = lots.pop(first)
        if there > quantity:
            lots[first] = (there - quantity, unit_cost)
            there = quantity
        return there * unit_cost + self.out(item, quantity - there)

    def expire(self, day):
        cost = 0
        for lots in self.stock.values():
            for key in [key for key in lots if key[0] == 0 and key[1] < day]:
                quantity, unit_cost = lots.pop(key)
                cost += quantity * unit_cost
        for item in self.stock:
            numbers = [number for number, (other, _) in self.reservations.items() if other == item]
            while self.free(item) < 0:
                del self.reservations[numbers.pop()]
        return cost
