# The next part of an order with a peak keeps its place.
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
        while True:
            reached = [number for number in sorted(self.stops) if self.is_reached(*self.stops[number])]
            if not reached:
                return
            owner, side, _, quantity = self.stops.pop(reached[0])
            self.arrive(Order(reached[0], owner, side, None, quantity, None))

    def is_reached(self, owner, side, trigger, quantity):
        if not self.done:
            return False
        price = self.done[-1][2]
        return price >= trigger if side == "buy" else price <= trigger

    def arrive(self, order):
        other_side = "sell" if order.side == "buy" else "buy"
        while order.left > 0:
            waiting = self.resting.of(other_side)
            if not waiting:
                break
            best = waiting[0]
            if order.price is not None:
                if order.side == "buy" and best.price > order.price:
                    break
                if order.side == "sell" and best.price < order.price:
                    break
            if best.owner == order.owner:
                self.resting.leave(best)
                continue
            self.trade(order, best)
        if order.left > 0 and order.price is not None:
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
            if best.left > 0:
                best.show()
            else:
                self.resting.leave(best)

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
