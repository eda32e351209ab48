"""Brings an arriving order together with those that rest, and keeps what came of it."""
from orders import OPPOSITE


class Accounts:
    """What each owner has gained or given, of goods and of money."""

    def __init__(self):
        self.positions = {}

    def book(self, owner, goods, money):
        position = self.positions.setdefault(owner, [0, 0])
        position[0] += goods
        position[1] += money

    def position(self, owner):
        return list(self.positions.get(owner, [0, 0]))


class Matcher:
    def __init__(self, sides):
        self.sides = sides
        self.accounts = Accounts()
        self.trades = []
        self.last_price = None

    def arrive(self, order):
        others = self.sides[OPPOSITE[order.side]]
        while order.left > 0:
            resting = others.first()
            if resting is None or not order.accepts(resting.price):
                break
            if resting.owner == order.owner:
                others.remove(resting)
                continue
            self._trade(order, resting)
            others.served(resting)
        if order.left > 0 and order.price is not None:
            self.sides[order.side].add(order)

    def _trade(self, arriving, resting):
        quantity, price = min(arriving.left, resting.shown), resting.price
        buyer, seller = (arriving, resting) if arriving.side == "buy" else (resting, arriving)
        arriving.left -= quantity
        resting.fill(quantity)
        self.accounts.book(buyer.owner, quantity, -quantity * price)
        self.accounts.book(seller.owner, -quantity, quantity * price)
        self.trades.append((buyer.number, seller.number, price, quantity))
        self.last_price = price
