"""Reads the lines that say what is made of what."""

from recipes import OPERATIONS


def stem_of(pattern, name):
    """What the % of the pattern stands for in the name, or None where they do not match."""
    before, after = pattern.split("%")
    if not name.startswith(before) or not name.endswith(after) or len(name) <= len(before) + len(after):
        return None
    return name[len(before) : len(name) - len(after)]


class Rulebook:
    def __init__(self, text):
        self.own = {}
        self.patterns = {}
        for line in text.split("\n"):
            words = line.partition("#")[0].split()
            if words:
                self.add(words)

    def add(self, words):
        if len(words) < 4 or words[1] != "=" or words[2] not in OPERATIONS:
            raise ValueError(f"{' '.join(words)} is no line of a plan")
        name, _, operation, *parts = words
        if name.count("%") > 1 or any(part.count("%") > name.count("%") for part in parts):
            raise ValueError(f"{name} has a % too many")
        if any("%" in part and len(part) > len(name) for part in parts):
            raise ValueError(f"a part of {name} is longer than it is")
        lines = self.patterns if "%" in name else self.own
        if name in lines:
            raise ValueError(f"{name} is given twice")
        lines[name] = (operation, parts)

    def find(self, name):
        """The operation and the parts that make a product, or None for what is no product."""
        if name in self.own:
            return self.own[name]
        for pattern, (operation, parts) in self.patterns.items():
            stem = stem_of(pattern, name)
            if stem is not None:
                return operation, [part.replace("%", stem) for part in parts]
        return None
