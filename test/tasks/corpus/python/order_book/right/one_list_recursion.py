# Resting orders in one list; orders arrive by recursion.
class Resting:
    """All resting orders in one list, in the order in which they joined their queues."""

    def __init__(self):
        self.orders = []

    def join(self, order):
        self.orders.append(order)

    def leave(self, order):
        self.orders.remove(order)

    def of(self, side):
        """The best first."""
        sign = -1 if side == "buy" else 1
        return sorted((order for order in self.orders if order.side == side), key=lambda order: sign * order.price)

    def find(self, number):
        return next((order for order in self.orders if order.number == number), None)


class Order:
    def __init__(self, number, owner, side, price, left, peak):
        self.number, self.owner, self.side, self.price, self.left, self.peak = number, owner, side, price, left, peak
        self.shown = 0

    def show(self):
        self.shown = self.left if self.peak is None else min(self.peak, self.left)


class OrderBook:
    def __init__(self):
        self.resting = Resting()
        self.stops = {}
        self.done = []
        self.gains = {}
        self.last_number = 0

    def check(self, side, *amounts):
        if side not in ("buy", "sell"):
            raise ValueError(f"{side} is no side")
        for amount in amounts:
            if amount < 1:
                raise ValueError(f"{amount} is below 1")

    def number(self):
        self.last_number += 1
        return self.last_number

    def limit(self, owner, side, price, quantity, peak=None):
        self.check(side, price, quantity, 1 if peak is None else peak)
        order = Order(self.number(), owner, side, price, quantity, peak)
        self.arrive(order)
        self.look_at_stops()
        return order.number

    def market(self, owner, side, quantity):
        self.check(side, quantity)
        order = Order(self.number(), owner, side, None, quantity, None)
        self.arrive(order)
        self.look_at_stops()
        return order.number

    def stop(self, owner, side, trigger, quantity):
        self.check(side, trigger, quantity)
        number = self.number()
        self.stops[number] = (owner, side, trigger, quantity)
        self.look_at_stops()
        return number

    def look_at_stops(self):
        for number in sorted(self.stops):
            if self.is_reached(*self.stops[number]):
                owner, side, _, quantity = self.stops.pop(number)
                self.arrive(Order(number, owner, side, None, quantity, None))
                self.look_at_stops()
                break

    def is_reached(self, owner, side, trigger, quantity):
        if not self.done:
            return False
        price = self.done[-1][2]
        return price >= trigger if side == "buy" else price <= trigger

    def arrive(self, order):
        """Meets the best of the other side, and then what comes after it."""
        sign = 1 if order.side == "buy" else -1
        best = next(iter(self.resting.of("sell" if sign == 1 else "buy")), None)
        if order.left and best and (order.price is None or sign * best.price <= sign * order.price):
            if best.owner != order.owner:
                self.trade(order, best)
            else:
                self.resting.leave(best)
            self.arrive(order)
        elif order.left and order.price is not None:
            order.show()
            self.resting.join(order)

    def trade(self, order, best):
        quantity = min(order.left, best.shown)
        buyer, seller = (order, best) if order.side == "buy" else (best, order)
        self.done.append([buyer.number, seller.number, best.price, quantity])
        for owner, sign in ((buyer.owner, 1), (seller.owner, -1)):
            goods, money = self.gains.get(owner, (0, 0))
            self.gains[owner] = (goods + sign * quantity, money - sign * quantity * best.price)
        order.left -= quantity
        best.left -= quantity
        best.shown -= quantity
        if best.shown == 0:
            self.resting.leave(best)
            if best.left > 0:
                best.show()
                self.resting.join(best)

    def cancel(self, number):
        if number in self.stops:
            return self.stops.pop(number)[3]
        order = self.resting.find(number)
        if order is None:
            raise KeyError(number)
        self.resting.leave(order)
        return order.left

    def amend(self, number, price, quantity):
        order = self.resting.find(number)
        if order is None:
            raise KeyError(number)
        self.check(order.side, price, quantity)
        if price == order.price and quantity <= order.left:
            order.left = quantity
            order.shown = min(order.shown, quantity)
        else:
            self.resting.leave(order)
            self.arrive(Order(number, order.owner, order.side, price, quantity, order.peak))
            self.look_at_stops()
        return number

    def trades(self):
        return [list(trade) for trade in self.done]

    def depth(self, side):
        self.check(side)
        rows = []
        for order in self.resting.of(side):
            if not rows or rows[-1][0] != order.price:
                rows.append([order.price, 0, 0])
            rows[-1][1] += order.shown
            rows[-1][2] += 1
        return rows

    def position(self, owner):
        return list(self.gains.get(owner, (0, 0)))
