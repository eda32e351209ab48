# Takes the lots without a day first.
class StockLots:
    def __init__(self):
        self.lots = []
        self.held = {}
        self.granted = 0

    def receive(self, item, quantity, unit_cost, best_before=None):
        if quantity <= 0 or unit_cost < 0:
            raise ValueError("quantity or cost")
        self.lots.append({"item": item, "left": quantity, "cost": unit_cost, "day": best_before})

    def on_hand(self, item):
        return sum(lot["left"] for lot in self.lots if lot["item"] == item)

    def free(self, item):
        return self.on_hand(item) - sum(quantity for other, quantity in self.held.values() if other == item)

    def reserve(self, item, quantity):
        if quantity < 1:
            raise ValueError("quantity")
        if quantity > self.free(item):
            return None
        self.granted += 1
        self.held[self.granted] = (item, quantity)
        return self.granted

    def release(self, number):
        return self.held.pop(number, None) is not None

    def ship(self, number):
        item, quantity = self.held.pop(number)
        return self.take(item, quantity)

    def issue(self, item, quantity):
        if quantity < 1:
            raise ValueError("quantity")
        return None if quantity > self.free(item) else self.take(item, quantity)

    def take(self, item, quantity):
        cost = 0
        for lot in sorted(self.lots, key=lambda lot: (lot["day"] is not None, lot["day"] or 0)):
            if lot["item"] == item:
                taken = min(quantity, lot["left"])
                lot["left"] -= taken
                quantity -= taken
                cost += taken * lot["cost"]
        return cost

    def expire(self, day):
        gone = [lot for lot in self.lots if lot["day"] is not None and lot["day"] < day]
        self.lots = [lot for lot in self.lots if lot["day"] is None or lot["day"] >= day]
        for number, (item, _) in sorted(self.held.items(), reverse=True):
            if self.free(item) < 0:
                del self.held[number]
        return sum(lot["left"] * lot["cost"] for lot in gone)
