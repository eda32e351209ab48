"""One side of the book: queues of resting orders, one for each price."""


class PriceLevels:
    def __init__(self, best):
        self.best = best
        self.queues = {}

    def add(self, order):
        order.show()
        self.queues.setdefault(order.price, []).append(order)

    def remove(self, order):
        queue = self.queues[order.price]
        queue.remove(order)
        if not queue:
            del self.queues[order.price]

    def first(self):
        """The order that is served next, or None."""
        if not self.queues:
            return None
        return self.queues[self.best(self.queues)][0]

    def find(self, number):
        for queue in self.queues.values():
            for order in queue:
                if order.number == number:
                    return order
        return None

    def served(self, order):
        """What has shown all of its part goes, or shows the next one at the end of its queue."""
        if order.shown == 0:
            self.remove(order)
            if order.left > 0:
                self.add(order)

    def summary(self):
        prices = sorted(self.queues, reverse=self.best is max)
        return [[price, sum(order.shown for order in self.queues[price]), len(self.queues[price])] for price in prices]
