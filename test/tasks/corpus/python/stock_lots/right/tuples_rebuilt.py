# Lots are tuples; each taking makes a new tuple of lots.
def take(lots, quantity):
    """The cost of the quantity and the lots that are left, of lots in order."""
    cost, left = 0, []
    for day, turn, there, unit_cost in lots:
        part = min(there, quantity)
        quantity -= part
        cost += part * unit_cost
        if there > part:
            left.append((day, turn, there - part, unit_cost))
    return cost, tuple(left)


class StockLots:
    def __init__(self):
        self.lots = {}
        self.held = {}
        self.turns = 0
        self.grants = 0

    def receive(self, item, quantity, unit_cost, best_before=None):
        if quantity <= 0 or unit_cost <= -1:
            raise ValueError("refused")
        self.turns += 1
        day = float("inf") if best_before is None else best_before
        self.lots[item] = tuple(sorted(self.lots.get(item, ()) + ((day, self.turns, quantity, unit_cost),)))

    def on_hand(self, item):
        return sum(lot[2] for lot in self.lots.get(item, ()))

    def free(self, item):
        return self.on_hand(item) - sum(self.held.get(item, {}).values())

    def reserve(self, item, quantity):
        if quantity < 1:
            raise ValueError("refused")
        if quantity > self.free(item):
            return None
        self.grants += 1
        self.held.setdefault(item, {})[self.grants] = quantity
        return self.grants

    def give_up(self, number):
        for item, numbers in self.held.items():
            if number in numbers:
                return item, numbers.pop(number)
        return None

    def release(self, number):
        return self.give_up(number) is not None

    def ship(self, number):
        found = self.give_up(number)
        if found is None:
            raise KeyError(number)
        item, quantity = found
        cost, self.lots[item] = take(self.lots[item], quantity)
        return cost

    def issue(self, item, quantity):
        if quantity < 1:
            raise ValueError("refused")
        if quantity > self.free(item):
            return None
        cost, self.lots[item] = take(self.lots[item], quantity)
        return cost

    def expire(self, day):
        lost = 0
        for item in self.lots:
            past = [lot for lot in self.lots[item] if lot[0] < day]
            lost += sum(there * unit_cost for _, _, there, unit_cost in past)
            self.lots[item] = self.lots[item][len(past) :]
            numbers = self.held.get(item, {})
            while sum(numbers.values()) > self.on_hand(item):
                numbers.pop(max(numbers))
        return lost
