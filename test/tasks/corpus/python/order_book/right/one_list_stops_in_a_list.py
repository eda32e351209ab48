# Resting orders in one list; orders arrive by stops in a list.
from dataclasses import dataclass
from itertools import groupby


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


OTHER = {"buy": "sell", "sell": "buy"}


@dataclass(eq=False)
class Order:
    number: int
    owner: str
    side: str
    price: int | None
    left: int
    peak: int | None = None
    hidden: int = 0

    @property
    def shown(self):
        return self.left - self.hidden

    def takes(self, price):
        if self.price is None:
            return True
        return price <= self.price if self.side == "buy" else price >= self.price

    def hide(self):
        self.hidden = 0 if self.peak is None else max(0, self.left - self.peak)


@dataclass
class Stop:
    trigger: int
    order: Order


class OrderBook:
    def __init__(self):
        self.resting = Resting()
        self.stops = []
        self.log = []
        self.count = 0

    def new(self, owner, side, price, quantity, peak=None, trigger=None):
        if side not in OTHER or any(amount is not None and amount <= 0 for amount in (price, quantity, peak, trigger)):
            raise ValueError("no such side, or an amount below 1")
        self.count += 1
        return Order(self.count, owner, side, price, quantity, peak)

    def limit(self, owner, side, price, quantity, peak=None):
        return self.enter(self.new(owner, side, price, quantity, peak))

    def market(self, owner, side, quantity):
        return self.enter(self.new(owner, side, None, quantity))

    def stop(self, owner, side, trigger, quantity):
        order = self.new(owner, side, None, quantity, None, trigger)
        self.stops.append(Stop(trigger, order))
        self.release()
        return order.number

    def enter(self, order):
        self.match(order)
        self.release()
        return order.number

    def release(self):
        if not self.log:
            return
        while True:
            price = self.log[-1][1]
            ready = [stop for stop in self.stops if (price - stop.trigger) * (1 if stop.order.side == "buy" else -1) >= 0]
            if not ready:
                return
            stop = min(ready, key=lambda stop: stop.order.number)
            self.stops.remove(stop)
            self.match(stop.order)

    def match(self, order):
        while order.left and (queue := self.resting.of(OTHER[order.side])) and order.takes(queue[0].price):
            if queue[0].owner == order.owner:
                self.resting.leave(queue[0])
            else:
                self.meet(order, queue[0])
        if order.left and order.price is not None:
            order.hide()
            self.resting.join(order)

    def meet(self, order, best):
        amount = min(order.left, best.shown)
        pair = (order, best) if order.side == "buy" else (best, order)
        self.log.append(([one.number for one in pair], best.price, amount, [one.owner for one in pair]))
        order.left -= amount
        best.left -= amount
        if best.shown == 0:
            self.resting.leave(best)
            best.hide()
            if best.left:
                self.resting.join(best)

    def cancel(self, number):
        for stop in self.stops:
            if stop.order.number == number:
                self.stops.remove(stop)
                return stop.order.left
        order = self.known(number)
        self.resting.leave(order)
        return order.left

    def known(self, number):
        order = self.resting.find(number)
        if not order:
            raise KeyError(number)
        return order

    def amend(self, number, price, quantity):
        order = self.known(number)
        if price < 1 or quantity < 1:
            raise ValueError("below 1")
        if price != order.price or quantity > order.left:
            self.resting.leave(order)
            return self.enter(Order(number, order.owner, order.side, price, quantity, order.peak))
        order.hidden = quantity - min(order.shown, quantity)
        order.left = quantity
        return number

    def trades(self):
        return [[*numbers, price, amount] for numbers, price, amount, _ in self.log]

    def depth(self, side):
        if side not in OTHER:
            raise ValueError(side)
        groups = [(price, list(group)) for price, group in groupby(self.resting.of(side), key=lambda order: order.price)]
        return [[price, sum(order.shown for order in group), len(group)] for price, group in groups]

    def position(self, owner):
        result = [0, 0]
        for _, price, amount, owners in self.log:
            for sign, one in zip((1, -1), owners):
                if one == owner:
                    result = [result[0] + sign * amount, result[1] - sign * amount * price]
        return result
