# The heap is built anew after each change that does not only add.
from heapq import heapify, heappop, heappush


class Ranked:
    def __init__(self, priority, age, key):
        self.priority, self.age, self.key = priority, age, key

    def __lt__(self, other):
        if self.priority == other.priority:
            return self.age < other.age
        return self.priority < other.priority


class KeyedHeap:
    def __init__(self):
        self.heap = []
        self.members = {}
        self.age = 0

    def push(self, key, priority):
        if key in self.members:
            raise KeyError(key)
        self.age += 1
        self.members[key] = Ranked(priority, self.age, key)
        heappush(self.heap, self.members[key])

    def change(self, key, priority):
        member = self.members[key]
        before = member.priority
        if priority == before:
            return before
        self.age += 1
        member.priority, member.age = priority, self.age
        heapify(self.heap)
        return before

    def remove(self, key):
        member = self.members.pop(key)
        self.heap = [other for other in self.heap if other is not member]
        heapify(self.heap)
        return member.priority

    def peek(self):
        if not self.heap:
            raise IndexError("no keys")
        return self.heap[0].key, self.heap[0].priority

    def pop(self):
        member = heappop(self.heap)
        del self.members[member.key]
        return member.key, member.priority

    def pop_level(self):
        keys = []
        lowest = self.heap[0].priority if self.heap else None
        while self.heap and self.heap[0].priority == lowest:
            keys.append(self.pop()[0])
        return keys
