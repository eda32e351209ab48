# Negative numbers of versions count from the end.
def parts_of(key):
    parts = key.split("/")
    if "" in parts:
        raise ValueError(f"{key!r} has an empty part")
    return parts


def is_within(key, top):
    return top == "" or key == top or key.startswith(top + "/")


class Layers:
    """Of each open transaction what it changed, None for what is gone."""

    def __init__(self):
        self.base = {}
        self.changes = []
        self.labels = []

    def get(self, key):
        for changes in reversed(self.changes):
            if key in changes:
                return changes[key]
        return self.base.get(key)

    def all(self):
        result = dict(self.base)
        for changes in self.changes:
            result.update(changes)
        return {key: value for key, value in result.items() if value is not None}

    def write(self, changes):
        if self.changes:
            self.changes[-1].update(changes)
        else:
            self.base.update(changes)
            self.base = {key: value for key, value in self.base.items() if value is not None}

    def begin(self, label):
        self.changes.append({})
        self.labels.append(label)

    def commit(self):
        self.labels.pop()
        changes = self.changes.pop()
        different = {key: value for key, value in changes.items() if self.get(key) != value}
        self.write(different)
        return len(different)

    def undo(self):
        self.labels.pop()
        self.changes.pop()


class Versions:
    def __init__(self):
        self.known = [{}]

    def note(self, values):
        if values != self.known[-1]:
            self.known.append(values)

    def newest(self):
        return len(self.known) - 1

    def values(self, number):
        if number >= len(self.known):
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
