"""Orders that wait for a price."""


class WaitingStops:
    def __init__(self):
        self.waiting = {}

    def add(self, order, trigger):
        self.waiting[order.number] = (order, trigger)

    def remove(self, number):
        """The order that waited under this number, or None."""
        order, _ = self.waiting.pop(number, (None, None))
        return order

    def take_released(self, last_price):
        """The first order whose price has come, which waits no longer, or None."""
        if last_price is None:
            return None
        for number, (order, trigger) in self.waiting.items():
            if last_price >= trigger if order.side == "buy" else last_price <= trigger:
                return self.remove(number)
        return None
