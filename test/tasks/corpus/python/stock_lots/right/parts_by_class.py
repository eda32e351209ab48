# An item is an object with lots and reservations of its own.
class Item:
    def __init__(self):
        self.dated = []
        self.undated = []
        self.held = {}

    def lots(self):
        return sorted(self.dated, key=lambda lot: lot[2]) + self.undated

    def on_hand(self):
        return sum(lot[0] for lot in self.dated + self.undated)

    def free(self):
        return self.on_hand() - sum(self.held.values())

    def take(self, quantity):
        cost = 0
        for lot in self.lots():
            part = quantity if quantity < lot[0] else lot[0]
            lot[0] -= part
            quantity -= part
            cost += part * lot[1]
        self.dated = [lot for lot in self.dated if lot[0]]
        self.undated = [lot for lot in self.undated if lot[0]]
        return cost

    def expire(self, day):
        cost = sum(lot[0] * lot[1] for lot in self.dated if lot[2] < day)
        self.dated = [lot for lot in self.dated if not lot[2] < day]
        while self.free() < 0:
            self.held.popitem()
        return cost


class StockLots:
    def __init__(self):
        self.items = {}
        self.owners = {}

    def item(self, name):
        if name not in self.items:
            self.items[name] = Item()
        return self.items[name]

    def receive(self, item, quantity, unit_cost, best_before=None):
        if quantity <= 0:
            raise ValueError("quantity must be above 0")
        if unit_cost < 0:
            raise ValueError("cost must be at least 0")
        if best_before is None:
            self.item(item).undated.append([quantity, unit_cost])
        else:
            self.item(item).dated.append([quantity, unit_cost, best_before])

    def on_hand(self, item):
        return self.item(item).on_hand()

    def free(self, item):
        return self.item(item).free()

    def reserve(self, item, quantity):
        if quantity < 1:
            raise ValueError("quantity must be above 0")
        if self.free(item) < quantity:
            return None
        number = len(self.owners) + 1
        self.owners[number] = self.item(item)
        self.owners[number].held[number] = quantity
        return number

    def holds(self, number):
        return number in self.owners and number in self.owners[number].held

    def release(self, number):
        if not self.holds(number):
            return False
        del self.owners[number].held[number]
        return True

    def ship(self, number):
        if not self.holds(number):
            raise KeyError(number)
        owner = self.owners[number]
        return owner.take(owner.held.pop(number))

    def issue(self, item, quantity):
        if quantity < 1:
            raise ValueError("quantity must be above 0")
        if self.free(item) < quantity:
            return None
        return self.item(item).take(quantity)

    def expire(self, day):
        return sum(item.expire(day) for item in self.items.values())
