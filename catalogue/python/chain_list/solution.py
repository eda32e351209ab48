class Link:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Chain:
    """A linked list; head stands before the first value, last is the link of the last one."""

    def __init__(self, values=()):
        self._clear()
        for value in values:
            self.append(value)

    def append(self, value):
        self.last.next = Link(value)
        self.last = self.last.next
        self.length += 1

    def insert(self, index, value):
        before = self._before(index, self.length)
        before.next = Link(value, before.next)
        if before is self.last:
            self.last = before.next
        self.length += 1

    def remove(self, index):
        before = self._before(index, self.length - 1)
        link = before.next
        before.next = link.next
        if link is self.last:
            self.last = before
        self.length -= 1
        return link.value

    def drop_repeats(self):
        removed = 0
        self.last = self.head
        while self.last.next:
            link = self.last.next
            while link.next and link.next.value == link.value:
                link.next = link.next.next
                removed += 1
            self.last = link
        self.length -= removed
        return removed

    def reverse_groups(self, size):
        if size < 1:
            raise ValueError("a group has at least one value")
        before = self.head
        for _ in range(self.length // size):
            tail = before.next
            for _ in range(size - 1):
                moved = tail.next
                tail.next = moved.next
                moved.next = before.next
                before.next = moved
            before = tail
        if before.next is None:
            self.last = before

    def merge(self, other):
        place, link = self.head, other.head.next
        while link:
            while place.next and place.next.value <= link.value:
                place = place.next
            following = link.next
            link.next = place.next
            place.next = link
            link = following
        while place.next:
            place = place.next
        self.last = place
        self.length += other.length
        other._clear()

    def values(self):
        values = []
        link = self.head.next
        while link:
            values.append(link.value)
            link = link.next
        return values

    def _clear(self):
        self.head = Link(None)
        self.last = self.head
        self.length = 0

    def _before(self, index, highest):
        if not 0 <= index <= highest:
            raise IndexError(f"there is no place {index}")
        link = self.head
        for _ in range(index):
            link = link.next
        return link
