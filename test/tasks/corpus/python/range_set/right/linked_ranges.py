# A linked list of ranges behind a sentinel.
class Link:
    def __init__(self, low, high, next=None):
        self.low, self.high, self.next = low, high, next


class RangeSet:
    def __init__(self, text=""):
        self.head = Link(None, None)
        if text != "":
            for piece in text.split(","):
                numbers = piece.split("..")
                self.add(int(numbers[0]), int(numbers[len(numbers) - 1]))

    def __iter__(self):
        link = self.head.next
        while link is not None:
            yield link
            link = link.next

    def size(self):
        total = 0
        for link in self:
            total += link.high + 1 - link.low
        return total

    def add(self, first, last):
        if first > last:
            raise ValueError
        before_size = self.size()
        before = self.head
        while before.next and before.next.high < first - 1:
            before = before.next
        after = before.next
        while after and after.low <= last + 1:
            first, last = min(first, after.low), max(last, after.high)
            after = after.next
        before.next = Link(first, last, after)
        return self.size() - before_size

    def remove(self, first, last):
        before_size = self.size()
        before = self.head
        while before.next and before.next.low <= last:
            link = before.next
            if link.high < first:
                before = link
                continue
            before.next = link.next
            if link.high > last:
                before.next = Link(last + 1, link.high, before.next)
            if link.low < first:
                before.next = Link(link.low, first - 1, before.next)
                before = before.next
            if link.high > last:
                break
        return before_size - self.size()

    def flip(self, first, last):
        inside = self.within(first, last)
        self.add(first, last)
        for low, high in inside:
            self.remove(low, high)

    def within(self, first, last):
        found = []
        for link in self:
            low, high = max(link.low, first), min(link.high, last)
            if low <= high:
                found.append((low, high))
        return found

    def gaps(self, first, last):
        found, at = [], first
        for low, high in self.within(first, last):
            if at < low:
                found.append((at, low - 1))
            at = high + 1
        return found + ([(at, last)] if at <= last else [])

    def text(self):
        return ",".join([f"{link.low}..{link.high}" if link.low < link.high else str(link.low) for link in self])

    def at(self, index):
        if index < 0:
            raise IndexError("below 0")
        for link in self:
            number = link.low + index
            if number <= link.high:
                return number
            index = number - link.high - 1
        raise IndexError("beyond the last")
