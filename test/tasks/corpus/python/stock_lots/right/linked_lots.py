# Lots are linked, each new one put before the first that comes later.
class Link:
    def __init__(self, quantity, cost, day, following):
        self.quantity = quantity
        self.cost = cost
        self.day = day
        self.following = following


class StockLots:
    def __init__(self):
        self.heads = {}
        self.reservations = {}
        self.count = 0

    def receive(self, item, quantity, unit_cost, best_before=None):
        if quantity < 1 or unit_cost < 0:
            raise ValueError("wrong lot")
        head = self.heads.setdefault(item, Link(0, 0, None, None))
        link = head
        while link.following is not None and not comes_later(link.following.day, best_before):
            link = link.following
        link.following = Link(quantity, unit_cost, best_before, link.following)

    def chain(self, item):
        link = self.heads.get(item)
        while link is not None:
            yield link
            link = link.following

    def on_hand(self, item):
        return sum(link.quantity for link in self.chain(item))

    def free(self, item):
        free = self.on_hand(item)
        for other, quantity in self.reservations.values():
            if other == item:
                free -= quantity
        return free

    def reserve(self, item, quantity):
        if quantity < 1:
            raise ValueError("wrong quantity")
        if self.free(item) < quantity:
            return None
        self.count += 1
        self.reservations[self.count] = (item, quantity)
        return self.count

    def release(self, number):
        try:
            del self.reservations[number]
        except KeyError:
            return False
        return True

    def ship(self, number):
        item, quantity = self.reservations[number]
        del self.reservations[number]
        return self.remove(item, quantity)

    def issue(self, item, quantity):
        if quantity < 1:
            raise ValueError("wrong quantity")
        if self.free(item) >= quantity:
            return self.remove(item, quantity)
        return None

    def remove(self, item, quantity):
        cost = 0
        head = self.heads[item]
        while quantity > 0:
            first = head.following
            if first.quantity > quantity:
                first.quantity -= quantity
                return cost + quantity * first.cost
            cost += first.quantity * first.cost
            quantity -= first.quantity
            head.following = first.following
        return cost

    def expire(self, day):
        cost = 0
        for item, head in self.heads.items():
            while head.following is not None and head.following.day is not None and head.following.day < day:
                cost += head.following.quantity * head.following.cost
                head.following = head.following.following
            numbers = sorted(number for number in self.reservations if self.reservations[number][0] == item)
            while numbers and self.free(item) < 0:
                self.release(numbers.pop())
        return cost


def comes_later(day, other):
    if other is None:
        return False
    return day is None or day > other
