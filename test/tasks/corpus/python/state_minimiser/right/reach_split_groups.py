# States as reach; the least machine by split groups.
import re
from collections import deque
from functools import reduce


def rows(text):
    for line in text.split("\n"):
        words = re.findall(r"[^ ]+", line)
        shape = "".join(">" if word == ">" else "*" if word == "*" else "s" if re.fullmatch("[A-Za-z0-9_]", word) else "n" if re.fullmatch("[A-Za-z0-9_]+", word) else "?" for word in words)
        if not re.fullmatch("|>[sn]|[sn][*]|[sn]s?[sn]", shape):
            raise ValueError(f"{line!r}")
        if words:
            yield words


class Machine:
    """Knows for each state all that can be come to from it without reading."""

    def __init__(self, text):
        table = list(rows(text))
        names = sorted({word for words in table for word in (words[0], words[-1])} - {">", "*"})
        self.free = {name: {name} for name in names}
        for words in table:
            if len(words) == 2 and words[0] != ">" and words[1] != "*":
                self.free[words[0]].add(words[1])
        for middle in names:
            for name in names:
                if middle in self.free[name]:
                    self.free[name] |= self.free[middle]
        self.starts = [words[1] for words in table if words[0] == ">"]
        self.ends = [words[0] for words in table if words[1] == "*"]
        self.table = [words for words in table if len(words) == 3]
        self.signs = sorted(set(words[1] for words in self.table))

    def closed(self, states):
        return tuple(sorted(reduce(set.union, (self.free[state] for state in states), set())))

    def begin(self):
        return self.closed(self.starts)

    def step(self, states, sign):
        return self.closed([target for source, other, target in self.table if other == sign and source in states])

    def is_end(self, states):
        return any(end in states for end in self.ends)


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
