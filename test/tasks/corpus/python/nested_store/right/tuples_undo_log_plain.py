# Keys by tuples, transactions by undo log, versions by snapshots.
def parts_of(key):
    if key == "" or key[0] == "/" or key[-1] == "/" or "//" in key:
        raise ValueError("a key has no empty parts")
    return tuple(key.split("/"))


def is_within(key, top):
    above = tuple(top.split("/")) if top else ()
    return tuple(key.split("/"))[:len(above)] == above


class Layers:
    """One dict, and a list of what stood there before each change."""

    def __init__(self):
        self.values = {}
        self.log = []
        self.open = []

    @property
    def labels(self):
        return [label for label, _ in self.open]

    def get(self, key):
        return self.values.get(key)

    def all(self):
        return {**self.values}

    def set(self, key, value):
        if value is None:
            self.values.pop(key, None)
        else:
            self.values[key] = value

    def write(self, changes):
        for key, value in changes.items():
            self.log.append((key, self.values.get(key)))
            self.set(key, value)

    def begin(self, label):
        self.open.append((label, len(self.log)))

    def commit(self):
        _, start = self.open.pop()
        before = {}
        for key, value in self.log[start:]:
            before.setdefault(key, value)
        if not self.open:
            self.log.clear()
        return sum(value != self.values.get(key) for key, value in before.items())

    def undo(self):
        _, start = self.open.pop()
        while len(self.log) > start:
            self.set(*self.log.pop())


class Versions:
    def __init__(self):
        self.known = [{}]

    def note(self, values):
        if values != self.known[-1]:
            self.known.append(values)

    def newest(self):
        return len(self.known) - 1

    def values(self, number):
        if number < 0 or number >= len(self.known):
            raise IndexError(number)
        return self.known[number]


class Store:
    def __init__(self):
        self.layers = Layers()
        self.versions = Versions()

    def change(self, changes):
        self.layers.write(changes)
        self.settle()

    def settle(self):
        if not self.layers.labels:
            self.versions.note(self.layers.all())

    def beneath(self, top):
        return {key: value for key, value in self.layers.all().items() if is_within(key, top)}

    def put(self, key, value):
        parts_of(key)
        if value is None:
            raise ValueError("None is no value")
        self.change({key: value})

    def get(self, key, default=None):
        parts_of(key)
        value = self.layers.get(key)
        return default if value is None else value

    def add(self, key, amount):
        value = self.get(key, 0)
        if isinstance(value, str):
            raise TypeError("a text cannot be added to")
        self.change({key: value + amount})
        return value + amount

    def remove(self, key):
        parts_of(key)
        found = self.beneath(key)
        self.change(dict.fromkeys(found))
        return len(found)

    def copy(self, source, target):
        parts_of(source)
        parts_of(target)
        found = self.beneath(source)
        changes = dict.fromkeys(self.beneath(target))
        for key, value in found.items():
            changes[target + key[len(source):]] = value
        self.change(changes)
        return len(found)

    def keys(self, key=""):
        if key != "":
            parts_of(key)
        return sorted(self.beneath(key))

    def tree(self, key=""):
        top = {"": {}}
        for name in self.keys(key):
            node = top
            rest = name[len(key):].strip("/")
            for part in ["", *(rest.split("/") if rest else [])]:
                node = node.setdefault(part, {})
            node[""] = self.layers.get(name)
        return self.without_single(top[""])

    def without_single(self, node):
        if list(node) == [""]:
            return node[""]
        return {part: inner if part == "" else self.without_single(inner) for part, inner in node.items()}

    def count(self, value):
        return sum(type(other) is type(value) and other == value for other in self.layers.all().values())

    def begin(self, label=None):
        self.layers.begin(label)
        return len(self.layers.labels)

    def commit(self):
        if not self.layers.labels:
            raise RuntimeError("no transaction is open")
        number = self.layers.commit()
        self.settle()
        return number

    def rollback(self, label=None):
        labels = self.layers.labels
        times = 1
        if label is not None:
            if label not in labels:
                raise KeyError(label)
            times += labels[::-1].index(label)
        elif not labels:
            raise RuntimeError("no transaction is open")
        for _ in range(times):
            self.layers.undo()
        return times

    def version(self):
        return self.versions.newest()

    def at(self, version, key):
        parts_of(key)
        return self.versions.values(version).get(key)

    def changes(self, first, last):
        one, other = self.versions.values(first), self.versions.values(last)
        return [[key, one.get(key), other.get(key)] for key in sorted({*one, *other}) if one.get(key) != other.get(key)]
