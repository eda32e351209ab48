# What is left of each lot is reckoned from what was taken.
from itertools import count


class StockLots:
    def __init__(self):
        self.numbers = count(1)
        self.lots = []
        self.used = []
        self.open = {}

    def receive(self, item, quantity, unit_cost, best_before=None):
        if not quantity > 0 or not unit_cost >= 0:
            raise ValueError("a lot must have a quantity and a cost")
        self.lots.append((item, quantity, unit_cost, best_before))
        self.used.append(0)

    def left(self, place):
        return self.lots[place][1] - self.used[place]

    def places(self, item):
        return [place for place in range(len(self.lots)) if self.lots[place][0] == item and self.left(place)]

    def on_hand(self, item):
        return sum(map(self.left, self.places(item)))

    def free(self, item):
        return self.on_hand(item) - sum(self.open[number][1] for number in self.open if self.open[number][0] == item)

    def enough(self, item, quantity):
        if quantity < 1:
            raise ValueError("quantity below 1")
        return not quantity > self.free(item)

    def reserve(self, item, quantity):
        if self.enough(item, quantity):
            number = next(self.numbers)
            self.open[number] = (item, quantity)
            return number
        return None

    def release(self, number):
        known = number in self.open
        self.open.pop(number, None)
        return known

    def ship(self, number):
        return self.take(*self.open.pop(number))

    def issue(self, item, quantity):
        if self.enough(item, quantity):
            return self.take(item, quantity)
        return None

    def take(self, item, quantity):
        total = 0
        while quantity:
            dated = [place for place in self.places(item) if self.lots[place][3] is not None]
            place = min(dated, key=lambda place: self.lots[place][3]) if dated else self.places(item)[0]
            part = min(quantity, self.left(place))
            self.used[place] += part
            quantity -= part
            total += part * self.lots[place][2]
        return total

    def expire(self, day):
        total = 0
        items = []
        for place, (item, quantity, unit_cost, best_before) in enumerate(self.lots):
            if best_before is not None and best_before < day:
                total += self.left(place) * unit_cost
                self.used[place] = quantity
                items.append(item)
        for item in items:
            for number in sorted(self.open)[::-1]:
                if self.free(item) >= 0:
                    break
                if self.open[number][0] == item:
                    del self.open[number]
        return total
