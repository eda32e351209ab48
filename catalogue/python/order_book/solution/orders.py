"""One order, and what may be written in one."""

OPPOSITE = {"buy": "sell", "sell": "buy"}


def check_side(side):
    if side not in OPPOSITE:
        raise ValueError(f"{side!r} is no side")


def check_amounts(*amounts):
    for amount in amounts:
        if amount < 1:
            raise ValueError(f"{amount} is less than 1")


class Order:
    def __init__(self, number, owner, side, price, quantity, peak):
        self.number = number
        self.owner = owner
        self.side = side
        self.price = price
        self.left = quantity
        self.peak = peak
        self.shown = 0

    def accepts(self, price):
        if self.price is None:
            return True
        return price <= self.price if self.side == "buy" else price >= self.price

    def show(self):
        """Shows the next part, or everything where there is no peak."""
        self.shown = self.left if self.peak is None else min(self.peak, self.left)

    def shrink(self, quantity):
        self.left = quantity
        self.shown = min(self.shown, quantity)

    def fill(self, quantity):
        self.left -= quantity
        self.shown -= quantity
