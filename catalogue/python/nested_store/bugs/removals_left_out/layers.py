"""What open transactions have changed: one dict each, above a dict of what is committed. None stands for what is removed."""


class LayerStack:
    def __init__(self):
        self.layers = [{}]
        self.labels = []

    def depth(self):
        return len(self.labels)

    def open(self, label):
        self.layers.append({})
        self.labels.append(label)

    def close(self):
        """The changes of the innermost transaction, which is open no longer."""
        if not self.labels:
            raise RuntimeError("no transaction is open")
        self.labels.pop()
        return self.layers.pop()

    def levels_to(self, label):
        """How many transactions are to be closed so that the innermost of this label is."""
        for levels, name in enumerate(reversed(self.labels), 1):
            if name == label:
                return levels
        raise KeyError(label)

    def lookup(self, key):
        for layer in reversed(self.layers):
            if key in layer:
                return layer[key]
        return None

    def change(self, changes):
        top = self.layers[-1]
        for key, value in changes.items():
            top[key] = value
            if value is None or self._beneath(key) == value:
                del top[key]

    def visible_keys(self):
        names = {key for layer in self.layers for key in layer}
        return sorted(key for key in names if self.lookup(key) is not None)

    def visible_values(self):
        return [self.lookup(key) for key in self.visible_keys()]

    def _beneath(self, key):
        for layer in reversed(self.layers[:-1]):
            if key in layer:
                return layer[key]
        return None
