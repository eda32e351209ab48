"""The store: changes within transactions, and what is kept of them outside."""
from key_paths import checked, is_within, moved, nested
from layers import LayerStack
from past_versions import PastVersions


class Store:
    def __init__(self):
        self.layers = LayerStack()
        self.past = PastVersions()

    def put(self, key, value):
        if value is None:
            raise ValueError("None is no value")
        self._apply({checked(key): value})

    def get(self, key, default=None):
        value = self.layers.lookup(checked(key))
        return default if value is None else value

    def add(self, key, amount):
        value = self.layers.lookup(checked(key))
        if isinstance(value, str):
            raise TypeError(f"{key} is a text")
        total = (value or 0) + amount
        self._apply({key: total})
        return total

    def remove(self, key):
        keys = self._keys_within(checked(key))
        self._apply(dict.fromkeys(keys))
        return len(keys)

    def copy(self, source, target):
        found = {key: self.layers.lookup(key) for key in self._keys_within(checked(source))}
        changes = dict.fromkeys(self._keys_within(checked(target)))
        changes.update((moved(key, source, target), value) for key, value in found.items())
        self._apply(changes)
        return len(found)

    def keys(self, key=""):
        return self._keys_within(key and checked(key))

    def tree(self, key=""):
        return nested({name: self.layers.lookup(name) for name in self.keys(key)}, key)

    def count(self, value):
        return self.layers.visible_values().count(value)

    def begin(self, label=None):
        self.layers.open(label)
        return self.layers.depth()

    def commit(self):
        changes = self.layers.close()
        self._apply(changes)
        return len(changes)

    def rollback(self, label=None):
        levels = 1 if label is None else self.layers.levels_to(label)
        for _ in range(levels):
            self.layers.close()
        return levels

    def version(self):
        return self.past.newest()

    def at(self, version, key):
        return self.past.lookup(version, checked(key))

    def changes(self, first, last):
        return self.past.differences(first, last)

    def _keys_within(self, key):
        return [name for name in self.layers.visible_keys() if is_within(name, key)]

    def _apply(self, changes):
        """The innermost transaction takes the changes; outside of all they make a version, if they change anything."""
        real = {key: value for key, value in changes.items() if self.layers.lookup(key) != value}
        self.layers.change(real)
        if self.layers.depth() == 0 and real:
            self.past.add(real)
