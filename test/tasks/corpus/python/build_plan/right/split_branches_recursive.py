# Lines are split into words; operations are branches; goes through parts by recursion.
OPERATORS = ("all", "sort", "once", "size", "rest", "only", "less")


class Rules:
    """Lines of products by name, and patterns in order."""

    def __init__(self, text):
        self.own = {}
        self.patterns = []
        for line in text.split("\n"):
            words = [word for word in line.split("#")[0].split(" ") if word]
            if not words:
                continue
            if len(words) < 4 or words[1] != "=" or words[2] not in OPERATORS:
                raise ValueError(f"{line!r} is no line")
            name, parts = words[0], words[3:]
            signs = name.count("%")
            if signs > 1 or any(part.count("%") > signs for part in parts):
                raise ValueError("too many %")
            if name in self.own or name in [pattern[0] for pattern in self.patterns]:
                raise ValueError(f"{name} stands on two lines")
            if signs:
                if any("%" in part and len(part) > len(name) for part in parts):
                    raise ValueError("a part is longer than its pattern")
                self.patterns.append((name, words[2], parts))
            else:
                self.own[name] = (words[2], parts)

    def of(self, name):
        """The operation and the parts of a product, or None for a source."""
        if name in self.own:
            return self.own[name]
        for pattern, operation, parts in self.patterns:
            start, end = pattern.split("%")
            if len(name) > len(start) + len(end) and name.startswith(start) and name.endswith(end):
                middle = name[len(start):len(name) - len(end)]
                return operation, [part.replace("%", middle) for part in parts]
        return None


def worked_out(operation, lists):
    """The words of a product, or None if it fails."""
    words = [word for one in lists for word in one]
    if operation == "all":
        return words
    if operation == "sort":
        return sorted(words)
    if operation == "once":
        return list(dict.fromkeys(words))
    if operation == "size":
        return [str(len(words))]
    if operation == "rest":
        return [word for one in lists for word in one[1:]]
    if operation == "only":
        return words if len(words) == 1 else None
    return [word for word in lists[0] if not any(word in one for one in lists[1:])]


class Builder:
    def __init__(self, text):
        self.rules = Rules(text)
        self.words = {}
        self.made = {}

    def put(self, name, words):
        if self.rules.of(name) is not None:
            raise ValueError(f"{name} is a product")
        self.words[name] = list(words)

    def drop(self, name):
        if name not in self.words:
            raise KeyError(name)
        del self.words[name]

    def read(self, name):
        if name in self.made:
            return list(self.made[name][3])
        return list(self.words[name])

    def order(self, goal):
        """The goal and what it needs, parts first."""
        done, open_names = [], []

        def go(name):
            if name in open_names:
                raise ValueError(f"{name} needs itself")
            if name in done:
                return
            rule = self.rules.of(name)
            if rule is None:
                if name not in self.words:
                    raise KeyError(name)
            else:
                open_names.append(name)
                for part in rule[1]:
                    go(part)
                open_names.pop()
            done.append(name)

        go(goal)
        return done

    def is_old(self, name, rule, contents):
        return name not in self.made or self.made[name][:3] != (rule[0], rule[1], contents)

    def build(self, goal):
        report, lost = [], set()
        for name in self.order(goal):
            rule = self.rules.of(name)
            if rule is None:
                continue
            if lost.intersection(rule[1]):
                report.append(f"skipped {name}")
                lost.add(name)
                self.made.pop(name, None)
                continue
            contents = [self.read(part) for part in rule[1]]
            if self.is_old(name, rule, contents):
                words = worked_out(rule[0], contents)
                if words is None:
                    report.append(f"failed {name}")
                    lost.add(name)
                    self.made.pop(name, None)
                else:
                    report.append(f"made {name}")
                    self.made[name] = (rule[0], rule[1], contents, words)
        return report

    def stale(self, goal):
        found = []
        for name in self.order(goal):
            rule = self.rules.of(name)
            if rule is None:
                continue
            if any(part in found for part in rule[1]) or self.is_old(name, rule, [self.read(part) for part in rule[1]]):
                found.append(name)
        return found

    def users(self, name):
        found, waiting = set(), [name]
        while waiting:
            part = waiting.pop()
            for user, record in self.made.items():
                if part in record[1] and user not in found:
                    found.add(user)
                    waiting.append(user)
        return sorted(found)

    def change(self, text):
        self.rules = Rules(text)
        self.words = {name: words for name, words in self.words.items() if self.rules.of(name) is None}
        self.made = {name: record for name, record in self.made.items() if self.rules.of(name) is not None}
