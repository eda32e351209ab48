class StockLots:
    def __init__(self):
        self.lots = {}
        self.received = 0
        self.reservations = {}
        self.reserved_so_far = 0

    def receive(self, item, quantity, unit_cost, best_before=None):
        if quantity <= 0 or unit_cost < 0:
            raise ValueError("a lot needs a quantity above 0 and a cost of 0 or more")
        self.received += 1
        last = float("inf") if best_before is None else best_before
        self.lots.setdefault(item, []).append([last, self.received, quantity, unit_cost])
        self.lots[item].sort()

    def on_hand(self, item):
        return sum(quantity for _, _, quantity, _ in self.lots.get(item, []))

    def reserved(self, item):
        return sum(quantity for name, quantity in self.reservations.values() if name == item)

    def free(self, item):
        return self.on_hand(item) - self.reserved(item)

    def reserve(self, item, quantity):
        if quantity <= 0:
            raise ValueError("a reservation needs a quantity above 0")
        if quantity > self.free(item):
            return None
        self.reserved_so_far += 1
        self.reservations[self.reserved_so_far] = (item, quantity)
        return self.reserved_so_far

    def release(self, number):
        return self.reservations.pop(number, None) is not None

    def ship(self, number):
        return self.take(*self.reservations.pop(number))

    def issue(self, item, quantity):
        if quantity <= 0:
            raise ValueError("an issue needs a quantity above 0")
        if quantity > self.free(item):
            return None
        return self.take(item, quantity)

    def take(self, item, quantity):
        cost = 0
        lots = self.lots[item]
        while quantity:
            lot = lots[0]
            taken = min(quantity, lot[2])
            cost += taken * lot[3]
            lot[2] -= taken
            quantity -= taken
            if lot[2] == 0:
                lots.pop(0)
        return cost

    def expire(self, day):
        lost = 0
        for item, lots in self.lots.items():
            kept = [lot for lot in lots if lot[0] >= day]
            lost += sum(lot[2] * lot[3] for lot in lots if lot[0] < day)
            self.lots[item] = kept
            self.cancel_newest(item)
        return lost

    def cancel_newest(self, item):
        for number in sorted(self.reservations, reverse=True):
            if self.free(item) >= 0:
                break
            if self.reservations[number][0] == item:
                del self.reservations[number]
