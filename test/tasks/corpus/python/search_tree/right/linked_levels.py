# A sorted linked list of keys with copies.
class Link:
    def __init__(self, key, copies, next):
        self.key, self.copies, self.next = key, copies, next


class SearchTree:
    def __init__(self, keys=()):
        self.head = Link(None, 0, None)
        for key in keys:
            self.add(key)

    def _links(self):
        link = self.head.next
        while link:
            yield link
            link = link.next

    def _before(self, key):
        """The last link whose key is smaller."""
        link = self.head
        while link.next and link.next.key < key:
            link = link.next
        return link

    def add(self, key, copies=1):
        if copies < 1:
            raise ValueError(key)
        before = self._before(key)
        if before.next is None or before.next.key != key:
            before.next = Link(key, 0, before.next)
        before.next.copies += copies

    def remove(self, key, copies=1):
        before = self._before(key)
        link = before.next
        if link is None or link.key != key:
            raise KeyError(key)
        if copies < link.copies:
            link.copies -= copies
            return copies
        before.next = link.next
        return link.copies

    def count(self, key):
        return next((link.copies for link in self._links() if link.key == key), 0)

    def rank(self, key, inclusive=False):
        rank = 0
        for link in self._links():
            if link.key < key or (inclusive and link.key == key):
                rank += link.copies
        return rank

    def at(self, rank):
        if rank < 0:
            raise IndexError(rank)
        for link in self._links():
            rank -= link.copies
            if rank < 0:
                return link.key
        raise IndexError("beyond the last")

    def below(self, key):
        return self._before(key).key

    def items(self, low, high):
        found = []
        link = self._before(low).next
        while link and link.key < high:
            found.append((link.key, link.copies))
            link = link.next
        return found
