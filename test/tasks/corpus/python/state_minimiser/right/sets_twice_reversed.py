# States as sets; the least machine by twice reversed.
import re
from collections import deque

LINE = re.compile(r" *(?:> +(\w+)|(\w+) +\*|(\w+) +(\w) +(\w+)|(\w+) +(\w+)|) *", re.ASCII)


class Machine:
    """Stands in frozen sets of states."""

    def __init__(self, text):
        self.starts, self.ends, self.ways, self.free = set(), set(), {}, {}
        for line in text.split("\n"):
            found = LINE.fullmatch(line)
            if not found:
                raise ValueError(line)
            start, end, source, sign, target, source_of_free, target_of_free = found.groups()
            if start:
                self.starts.add(start)
            elif end:
                self.ends.add(end)
            elif source:
                self.ways.setdefault((source, sign), set()).add(target)
            elif source_of_free:
                self.free.setdefault(source_of_free, set()).add(target_of_free)
        self.signs = sorted({sign for _, sign in self.ways})

    def closed(self, states):
        found = set()
        waiting = list(states)
        while waiting:
            state = waiting.pop()
            if state not in found:
                found.add(state)
                waiting += self.free.get(state, ())
        return frozenset(found)

    def begin(self):
        return self.closed(self.starts)

    def step(self, states, sign):
        return self.closed({target for state in states for target in self.ways.get((state, sign), ())})

    def is_end(self, states):
        return not self.ends.isdisjoint(states)


def accepts(machine, word):
    machine = Machine(machine)

    def from_here(states, place):
        return machine.is_end(states) if place == len(word) else from_here(machine.step(states, word[place]), place + 1)

    return from_here(machine.begin(), 0)


def count(machine, length):
    machine = Machine(machine)
    known = {}

    def ways(states, left):
        if not left:
            return int(machine.is_end(states))
        if (states, left) not in known:
            known[states, left] = sum(ways(machine.step(states, sign), left - 1) for sign in machine.signs)
        return known[states, left]

    return ways(machine.begin(), length)


def difference(first, second):
    machines = Machine(first), Machine(second)
    signs = sorted(set(machines[0].signs) | set(machines[1].signs))
    layer = {tuple(machine.begin() for machine in machines): ""}
    met = set()
    while layer:
        words = [word for pair, word in layer.items() if len({machine.is_end(states) for machine, states in zip(machines, pair)}) == 2]
        if words:
            return min(words)
        met.update(layer)
        following = {}
        for pair, word in sorted(layer.items(), key=lambda item: item[1]):
            for sign in signs:
                target = tuple(machine.step(states, sign) for machine, states in zip(machines, pair))
                if target not in met:
                    following.setdefault(target, word + sign)
        layer = following


def all_sets(machine):
    """Everything that can be stood in, with where each sign leads."""
    table = {}
    waiting = [machine.begin()]
    while waiting:
        states = waiting.pop()
        if states not in table:
            table[states] = {sign: machine.step(states, sign) for sign in machine.signs}
            waiting.extend(table[states].values())
    return table


def written(start, ends, ways, signs):
    """ways(state, sign) may lead to None."""
    numbers = {start: 0}
    order = [start]
    lines = ["> 0"]
    for state in order:
        if state in ends:
            lines.append(f"{numbers[state]} *")
        for sign in signs:
            target = ways(state, sign)
            if target is not None:
                if target not in numbers:
                    numbers[target] = len(order)
                    order.append(target)
                lines.append(f"{numbers[state]} {sign} {numbers[target]}")
    return "\n".join(lines)


def reversed_and_determined(starts, ends, moves, signs):
    """Of a machine as sets of starts, ends and moves (source, sign, target): the same of the reversed words, without choices."""
    first = frozenset(ends)
    numbers, order, done = {first: 0}, [first], set()
    for states in order:
        for sign in signs:
            target = frozenset(source for source, other, end in moves if other == sign and end in states)
            if target:
                if target not in numbers:
                    numbers[target] = len(order)
                    order.append(target)
                done.add((numbers[states], sign, numbers[target]))
    return {0}, {numbers[states] for states in order if states & set(starts)}, done


def minimal(text):
    machine = Machine(text)
    table = all_sets(machine)
    ends = {states for states in table if machine.is_end(states)}
    moves = {(states, sign, target) for states, row in table.items() for sign, target in row.items()}
    result = reversed_and_determined({machine.begin()}, ends, moves, machine.signs)
    _, ends, moves = reversed_and_determined(*result, machine.signs)
    ways = {(source, sign): target for source, sign, target in moves}
    return written(0, ends, lambda state, sign: ways.get((state, sign)), machine.signs)
