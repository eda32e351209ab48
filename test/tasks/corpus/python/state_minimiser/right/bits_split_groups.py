# States as bits; the least machine by split groups.
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
    states = machine.begin()
    for character in word:
        states = machine.step(states, character)
    return machine.is_end(states)


def count(machine, length):
    machine = Machine(machine)
    ways = {machine.begin(): 1}
    for _ in range(length):
        following = {}
        for states, times in ways.items():
            for sign in machine.signs:
                target = machine.step(states, sign)
                following[target] = following.get(target, 0) + times
        ways = following
    return sum(times for states, times in ways.items() if machine.is_end(states))


def difference(first, second):
    first, second = Machine(first), Machine(second)
    signs = sorted({*first.signs, *second.signs})
    start = first.begin(), second.begin()
    met = {start}
    queue = deque([(start, "")])
    while queue:
        (one, other), word = queue.popleft()
        if first.is_end(one) != second.is_end(other):
            return word
        for sign in signs:
            pair = first.step(one, sign), second.step(other, sign)
            if pair not in met:
                met.add(pair)
                queue.append((pair, word + sign))
    return None


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
    group = {states: int(machine.is_end(states)) for states in table}
    while True:
        keys = {states: (group[states], *(group[target] for target in table[states].values())) for states in table}
        names = {key: place for place, key in enumerate(dict.fromkeys(keys.values()))}
        finer = {states: names[key] for states, key in keys.items()}
        if len(set(finer.values())) == len(set(group.values())):
            break
        group = finer
    ends = {group[states] for states in table if machine.is_end(states)}
    member = {group[states]: states for states in table}
    alive = set(ends)
    while more := {name for name, states in member.items() if name not in alive and alive & {group[target] for target in table[states].values()}}:
        alive |= more

    def ways(name, sign):
        target = group[table[member[name]][sign]]
        return target if target in alive else None

    return written(group[machine.begin()], ends, ways, machine.signs)
