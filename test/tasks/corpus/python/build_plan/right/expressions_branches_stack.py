# Lines and patterns are regular expressions; operations are branches; goes through parts with a stack.
import re

LINE = re.compile(r" *([^ ]+) +=( +(all|sort|once|size|rest|only|less))((?: +[^ ]+)+) *")


class Rules:
    """A list of expressions; names without % come first."""

    def __init__(self, text):
        rules = {}
        for line in text.split("\n"):
            line = re.sub("#.*", "", line)
            if re.fullmatch(" *", line):
                continue
            match = LINE.fullmatch(line)
            if not match or match[1] in rules:
                raise ValueError(line)
            name, parts = match[1], re.findall("[^ ]+", match[4])
            if name.count("%") == 2 or re.search("%.*%", name):
                raise ValueError(name)
            for part in parts:
                if part.count("%") > name.count("%") or "%" in part and len(part) > len(name):
                    raise ValueError(part)
            rules[name] = match[3], parts
        self.list = []
        for name in sorted(rules, key=lambda name: "%" in name):
            expression = re.escape(name).replace("%", "(.+)")
            self.list.append((re.compile(expression, re.DOTALL), *rules[name]))

    def of(self, name):
        for expression, operation, parts in self.list:
            match = expression.fullmatch(name)
            if match:
                middle = match[1] if match.groups() else ""
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
    """Sources and products in one dict; what a product was made of beside it."""

    def __init__(self, text):
        self.contents = {}
        self.origins = {}
        self.rules = Rules(text)

    def put(self, name, words):
        if self.rules.of(name):
            raise ValueError("that is a product")
        self.contents[name] = tuple(words)

    def drop(self, name):
        if name in self.origins:
            raise KeyError("that is a product")
        self.contents.pop(name)

    def read(self, name):
        return [*self.contents[name]]

    def walk(self, goal):
        """Products with their rules, in the order of making; a stack of names and of how far their parts are gone through."""
        found, seen, way = [], set(), []

        def enter(name):
            if any(name == other for other, _, _ in way):
                raise ValueError("a circle")
            if name in seen:
                return
            rule = self.rules.of(name)
            if rule is None and name not in self.contents:
                raise KeyError(name)
            way.append([name, rule, 0])

        enter(goal)
        while way:
            name, rule, place = way[-1]
            if rule is not None and place < len(rule[1]):
                way[-1][2] += 1
                enter(rule[1][place])
            else:
                way.pop()
                seen.add(name)
                if rule is not None:
                    found.append((name, rule))
        return found

    def origin(self, rule):
        operation, parts = rule
        return operation, tuple((part, self.contents[part]) for part in parts)

    def forget(self, name):
        self.contents.pop(name, None)
        self.origins.pop(name, None)

    def build(self, goal):
        said, missing = [], []
        for name, rule in self.walk(goal):
            if any(part in missing for part in rule[1]):
                what = "skipped"
            else:
                origin = self.origin(rule)
                if self.origins.get(name) == origin:
                    continue
                words = worked_out(rule[0], [list(words) for _, words in origin[1]])
                what = "failed" if words is None else "made"
            if what == "made":
                self.origins[name], self.contents[name] = origin, tuple(words)
            else:
                missing.append(name)
                self.forget(name)
            said.append(what + " " + name)
        return said

    def stale(self, goal):
        old = {}
        for name, rule in self.walk(goal):
            if set(old) & set(rule[1]) or self.origins.get(name) != self.origin(rule):
                old[name] = True
        return list(old)

    def users(self, name):
        names, size = {name}, 0
        users = set()
        while len(users) != size or not size:
            size = len(users)
            users |= {user for user, (_, parts) in self.origins.items() for part, _ in parts if part in names}
            names |= users
            if not users:
                break
        return sorted(users)

    def change(self, text):
        self.rules = Rules(text)
        for name in list(self.contents):
            if (self.rules.of(name) is None) == (name in self.origins):
                self.forget(name)
