"""What was made, and of what."""


class Records:
    def __init__(self):
        self.made = {}
        self.content = {}

    def __contains__(self, name):
        return name in self.content

    def words(self, name):
        return self.content[name]

    def keep(self, name, how, words):
        """how is the operation, the names of the parts and the words that each of them had."""
        self.made[name] = how
        self.content[name] = words

    def forget(self, name):
        self.made.pop(name, None)
        self.content.pop(name, None)

    def is_fresh(self, name, how):
        if name not in self.made:
            return False
        _, parts, given = self.made[name]
        return (parts, given) == how[1:]

    def names(self):
        return list(self.made)

    def users(self, name):
        """What was last made with this name among its parts, or with what was made so, and so on."""
        found = set()
        waiting = [name]
        while waiting:
            part = waiting.pop()
            for product, (_, parts, _) in self.made.items():
                if part in parts and product not in found:
                    found.add(product)
                    waiting.append(product)
        return sorted(found)
