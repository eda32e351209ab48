# States as reach; the least machine by marked pairs.
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
