# Resting orders in queues; orders arrive by records.
from dataclasses import dataclass, replace
from itertools import groupby


class Resting:
    """A queue for each side and price."""

    def __init__(self):
        self.queues = {"buy": {}, "sell": {}}

    def join(self, order):
        self.queues[order.side].setdefault(order.price, []).append(order)

    def leave(self, order):
        queue = self.queues[order.side][order.price]
        queue.remove(order)
        if not queue:
            del self.queues[order.side][order.price]

    def of(self, side):
        queues = self.queues[side]
        return [order for price in sorted(queues, reverse=side == "buy") for order in queues[price]]

    def find(self, number):
        for side in self.queues:
            for order in self.of(side):
                if order.number == number:
                    return order
        return None


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
        price = self.log[-1][1]
        # A stop to buy is reached from below, as an order to sell at its trigger would be.
        for stop in sorted(self.stops, key=lambda stop: stop.order.number):
            if replace(stop.order, side=OTHER[stop.order.side], price=stop.trigger).takes(price):
                self.stops.remove(stop)
                self.match(stop.order)
                return self.release()

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
