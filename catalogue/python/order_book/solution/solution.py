"""The book: what may be asked of it, and the order in which things happen."""
from matching import Matcher
from orders import Order, check_amounts, check_side
from price_levels import PriceLevels
from waiting_stops import WaitingStops


class OrderBook:
    def __init__(self):
        self.sides = {"buy": PriceLevels(best=max), "sell": PriceLevels(best=min)}
        self.matcher = Matcher(self.sides)
        self.stops = WaitingStops()
        self.count = 0

    def limit(self, owner, side, price, quantity, peak=None):
        check_side(side)
        check_amounts(price, quantity, 1 if peak is None else peak)
        return self._enter(Order(self._next_number(), owner, side, price, quantity, peak))

    def market(self, owner, side, quantity):
        check_side(side)
        check_amounts(quantity)
        return self._enter(Order(self._next_number(), owner, side, None, quantity, None))

    def stop(self, owner, side, trigger, quantity):
        check_side(side)
        check_amounts(trigger, quantity)
        order = Order(self._next_number(), owner, side, None, quantity, None)
        self.stops.add(order, trigger)
        self._release_stops()
        return order.number

    def cancel(self, number):
        waiting = self.stops.remove(number)
        return (waiting or self._take_out(number)).left

    def amend(self, number, price, quantity):
        check_amounts(price, quantity)
        order = self._resting(number)
        if price == order.price and quantity <= order.left:
            order.shrink(quantity)
            return number
        self.sides[order.side].remove(order)
        return self._enter(Order(number, order.owner, order.side, price, quantity, order.peak))

    def trades(self):
        return [list(trade) for trade in self.matcher.trades]

    def depth(self, side):
        check_side(side)
        return self.sides[side].summary()

    def position(self, owner):
        return self.matcher.accounts.position(owner)

    def _next_number(self):
        self.count += 1
        return self.count

    def _enter(self, order):
        self.matcher.arrive(order)
        self._release_stops()
        return order.number

    def _release_stops(self):
        """Each stop may trade, and its trades may release others, lower numbers too."""
        while True:
            order = self.stops.take_released(self.matcher.last_price)
            if order is None:
                return
            self.matcher.arrive(order)

    def _resting(self, number):
        for levels in self.sides.values():
            order = levels.find(number)
            if order is not None:
                return order
        raise KeyError(number)

    def _take_out(self, number):
        order = self._resting(number)
        self.sides[order.side].remove(order)
        return order
