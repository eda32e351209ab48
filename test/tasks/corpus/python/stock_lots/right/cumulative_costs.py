# The cost of a taking is the difference of two cumulative costs.
class StockLots:
    def __init__(self):
        self.lots = {}
        self.gone = {}
        self.reservations = {}
        self.counter = 0
        self.sequence = 0

    def receive(self, item, quantity, unit_cost, best_before=None):
        if quantity < 1:
            raise ValueError("quantity")
        if unit_cost < 0:
            raise ValueError("unit cost")
        self.settle(item)
        self.sequence += 1
        self.lots[item].append((best_before is None, best_before or 0, self.sequence, quantity, unit_cost))
        self.lots[item].sort()

    def settle(self, item):
        """Removes what has been taken, so that counting can begin anew."""
        lots = self.lots.setdefault(item, [])
        gone = self.gone.get(item, 0)
        left = []
        for undated, day, turn, quantity, unit_cost in lots:
            part = min(gone, quantity)
            gone -= part
            if quantity > part:
                left.append((undated, day, turn, quantity - part, unit_cost))
        self.lots[item] = left
        self.gone[item] = 0

    def cost_of_first(self, item, quantity):
        cost = 0
        for _, _, _, there, unit_cost in self.lots[item]:
            cost += min(there, quantity) * unit_cost
            quantity -= min(there, quantity)
        return cost

    def on_hand(self, item):
        return sum(lot[3] for lot in self.lots.get(item, [])) - self.gone.get(item, 0)

    def free(self, item):
        return self.on_hand(item) - sum(amount for name, amount in self.reservations.values() if name == item)

    def reserve(self, item, quantity):
        if quantity < 1:
            raise ValueError("quantity")
        if self.free(item) < quantity:
            return None
        self.counter += 1
        self.reservations[self.counter] = item, quantity
        return self.counter

    def release(self, number):
        return bool(self.reservations.pop(number, False))

    def ship(self, number):
        item, quantity = self.reservations.pop(number)
        return self.advance(item, quantity)

    def issue(self, item, quantity):
        if quantity < 1:
            raise ValueError("quantity")
        if self.free(item) < quantity:
            return None
        return self.advance(item, quantity)

    def advance(self, item, quantity):
        before = self.gone[item]
        self.gone[item] = before + quantity
        return self.cost_of_first(item, before + quantity) - self.cost_of_first(item, before)

    def expire(self, day):
        total = 0
        for item in list(self.lots):
            self.settle(item)
            past = [lot for lot in self.lots[item] if not lot[0] and lot[1] < day]
            total += sum(lot[3] * lot[4] for lot in past)
            self.lots[item] = [lot for lot in self.lots[item] if lot not in past]
            mine = [number for number, (name, _) in self.reservations.items() if name == item]
            for number in reversed(mine):
                if self.free(item) >= 0:
                    break
                self.reservations.pop(number)
        return total
