# States as bits; the least machine by marked pairs.
from collections import deque
import string

NAME = set(string.ascii_letters + string.digits + "_")


class Machine:
    """Stands in numbers, each bit of which is a state."""

    def __init__(self, text):
        self.names = {}
        self.starts = self.ends = 0
        moves = []
        for line in text.split("\n"):
            parts = [part for part in line.split(" ") if part]
            if not parts:
                continue
            plain = [set(part) <= NAME for part in parts]
            if len(parts) == 2 and parts[0] == ">" and plain[1]:
                self.starts |= self.bit(parts[1])
            elif len(parts) == 2 and parts[1] == "*" and plain[0]:
                self.ends |= self.bit(parts[0])
            elif len(parts) in (2, 3) and all(plain) and (len(parts) == 2 or len(parts[1]) == 1):
                moves.append((self.bit(parts[0]), parts[1] if len(parts) == 3 else "", self.bit(parts[-1])))
            else:
                raise ValueError("not a line of a machine: " + line)
        self.moves = moves
        self.signs = sorted({sign for _, sign, _ in moves} - {""})

    def bit(self, name):
        return 1 << self.names.setdefault(name, len(self.names))

    def along(self, states, wanted):
        result = 0
        for source, sign, target in self.moves:
            if sign == wanted and source & states:
                result |= target
        return result

    def closed(self, states):
        while True:
            more = states | self.along(states, "")
            if more == states:
                return states
            states = more

    def begin(self):
        return self.closed(self.starts)

    def step(self, states, sign):
        return self.closed(self.along(states, sign))

    def is_end(self, states):
        return bool(states & self.ends)


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


def minimal(text):
    machine = Machine(text)
    table = all_sets(machine)
    states = list(table)
    different = {(one, other) for one in states for other in states if machine.is_end(one) != machine.is_end(other)}
    grew = True
    while grew:
        grew = False
        for one in states:
            for other in states:
                if (one, other) not in different and any((table[one][sign], table[other][sign]) in different for sign in machine.signs):
                    different.add((one, other))
                    grew = True
    first = {one: next(other for other in states if (one, other) not in different) for one in states}

    def is_dead(state):
        met, waiting = set(), [state]
        while waiting:
            one = waiting.pop()
            if machine.is_end(one):
                return False
            if one not in met:
                met.add(one)
                waiting += table[one].values()
        return True

    dead = {state for state in states if is_dead(state)}

    def ways(state, sign):
        target = table[state][sign]
        return None if target in dead else first[target]

    return written(first[machine.begin()], {state for state in states if machine.is_end(state)}, ways, machine.signs)
