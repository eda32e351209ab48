# A linked list whose nodes are walked to find the extremes.
class Node:
    def __init__(self, number, value):
        self.number, self.value, self.next = number, value, None


class ExtremesQueue:
    def __init__(self, limit=None):
        self.limit = limit
        self.head = self.tail = None
        self.length = self.total = 0

    def nodes(self):
        node = self.head
        while node:
            yield node
            node = node.next

    def push(self, value):
        node = Node(self.total, value)
        if self.head is None:
            self.head = node
        else:
            self.tail.next = node
        self.tail = node
        self.total += 1
        self.length += 1
        if self.limit is not None and self.length > self.limit:
            self.pop()
        return node.number

    def pop(self):
        if self.head is None:
            raise IndexError("pop from an empty queue")
        node, self.head = self.head, self.head.next
        self.length -= 1
        return node.value

    def drop_until(self, number):
        gone = []
        while self.head is not None and self.head.number < number:
            gone.append(self.pop())
        return gone

    def low(self):
        best = None
        for node in self.nodes():
            if best is None or node.value < best.value:
                best = node
        return best and (best.number, best.value)

    def high(self):
        best = None
        for node in self.nodes():
            if best is None or node.value >= best.value:
                best = node
        return best and (best.number, best.value)

    def spread(self):
        if self.head is None:
            return 0
        return self.high()[1] - self.low()[1]


def window_spreads(values, width):
    spreads = []
    for end in range(width, len(values) + 1):
        window = sorted(values[end - width : end])
        spreads.append(window[-1] - window[0])
    return spreads


def calm_stretch(values, tolerance):
    def run_from(start):
        low = high = values[start]
        end = start
        while end < len(values):
            low, high = min(low, values[end]), max(high, values[end])
            if high - low > tolerance:
                break
            end += 1
        return list(values[start:end])

    return max(map(run_from, range(len(values))), key=len, default=[])
