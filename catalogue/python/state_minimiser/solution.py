import re

LINE = re.compile(r" *(?:> +(\w+)|(\w+) +(?:\*|(?:(\w) +)?(\w+)))? *", re.ASCII)


class Machine:
    """Possibly with several ways for a sign, and with moves that read nothing."""

    def __init__(self, text):
        self.starts = set()
        self.accepting = set()
        self.moves = {}
        for line in text.split("\n"):
            match = LINE.fullmatch(line)
            if match is None:
                raise ValueError(f"cannot read {line!r}")
            self.add(*match.groups())
        self.signs = sorted({sign for _, sign in self.moves} - {None})

    def add(self, start, state, sign, target):
        if start:
            self.starts.add(start)
        elif target:
            self.moves.setdefault((state, sign), set()).add(target)
        elif state:
            self.accepting.add(state)

    def spread(self, states):
        """These states and those that are reached from them without reading."""
        found, waiting = set(states), list(states)
        while waiting:
            for target in self.moves.get((waiting.pop(), None), ()):
                if target not in found:
                    found.add(target)
                    waiting.append(target)
        return frozenset(found)

    def start(self):
        return self.spread(self.starts)

    def after(self, states, sign):
        return self.spread({target for state in states for target in self.moves.get((state, sign), ())})

    def is_end(self, states):
        return not self.accepting.isdisjoint(states)


def reached(start, signs, after):
    """All that can be reached: for each, what the signs lead to, in order of reaching."""
    table, waiting = {}, [start]
    while waiting:
        place = waiting.pop(0)
        if place not in table:
            table[place] = [after(place, sign) for sign in signs]
            waiting += table[place]
    return table


def classes(table, is_end):
    """For each place of the table the number of its class: those of one class accept the same words."""
    known = {place: int(is_end(place)) for place in table}
    while True:
        forms = {place: (known[place], *(known[target] for target in targets)) for place, targets in table.items()}
        numbers = {form: number for number, form in enumerate(sorted(set(forms.values())))}
        finer = {place: numbers[form] for place, form in forms.items()}
        if len(numbers) == len(set(known.values())):
            return finer
        known = finer


def accepts(text, word):
    machine = Machine(text)
    states = machine.start()
    for sign in word:
        states = machine.after(states, sign)
    return machine.is_end(states)


def minimal(text):
    machine = Machine(text)
    table = reached(machine.start(), machine.signs, machine.after)
    number_of = classes(table, machine.is_end)
    merged = {number_of[place]: [number_of[target] for target in targets] for place, targets in table.items()}
    ends = {number_of[place] for place in table if machine.is_end(place)}
    alive = {number for number in merged if number in ends or set(merged[number]) - {number}}
    names, waiting = {}, [number_of[machine.start()]]
    lines = ["> 0"]
    for number in waiting:
        if number not in names:
            names[number] = len(names)
            waiting += [target for target in merged[number] if target in alive]
    for number, name in names.items():
        lines += [f"{name} *"] if number in ends else []
        lines += [f"{name} {sign} {names[target]}" for sign, target in zip(machine.signs, merged[number]) if target in alive]
    return "\n".join(lines)


def difference(first, second):
    """Walks through both machines at once, the shortest words first."""
    one, two = Machine(first), Machine(second)
    signs = sorted({*one.signs, *two.signs})
    seen, waiting = set(), [("", one.start(), two.start())]
    for word, left, right in waiting:
        if one.is_end(left) != two.is_end(right):
            return word
        if (left, right) not in seen:
            seen.add((left, right))
            waiting += [(word + sign, one.after(left, sign), two.after(right, sign)) for sign in signs]
    return None


def count(text, length):
    machine = Machine(text)
    ways = {machine.start(): 1}
    for _ in range(length):
        further = {}
        for states, number in ways.items():
            for sign in machine.signs:
                target = machine.after(states, sign)
                further[target] = further.get(target, 0) + number
        ways = further
    return sum(number for states, number in ways.items() if machine.is_end(states))
