# Patterns are functions; operations are in a table; goes through parts with a stack.
def words_of(line):
    words, word = [], ""
    for sign in line + " ":
        if sign == "#":
            sign = " "
            line = ""
        if sign != " ":
            word += sign
        elif word:
            words.append(word)
            word = ""
        if not line:
            break
    return words


def matcher(name):
    if "%" not in name:
        return lambda other: "" if other == name else None
    at = name.index("%")
    front, back = name[:at], name[at + 1:]

    def match(other):
        rest = len(other) - len(back)
        return other[at:rest] if rest > at and other[:at] == front and other[rest:] == back else None

    return match


class Rules:
    """For each line a function that gives what % stands for, or None."""

    def __init__(self, text):
        self.lines = []
        names = set()
        for line in text.split("\n"):
            words = words_of(line)
            if len(words) == 0:
                continue
            name, sign, operation, *parts = [*words, "", "", ""][:max(3, len(words))]
            if sign != "=" or operation not in {"all", "sort", "once", "size", "rest", "only", "less"} or not parts or name in names:
                raise ValueError("a wrong line")
            most = name.count("%")
            if most > 1 or [part for part in parts if part.count("%") > most or part.count("%") and len(part) > len(name)]:
                raise ValueError("a wrong use of %")
            names.add(name)
            entry = (matcher(name), operation, parts)
            if most == 0:
                self.lines.insert(0, entry)
            else:
                self.lines.append(entry)

    def of(self, name):
        for match, operation, parts in self.lines:
            middle = match(name)
            if middle is not None:
                return operation, ["".join(middle if sign == "%" else sign for sign in part) for part in parts]
        return None


def joined(lists):
    result = []
    for one in lists:
        result.extend(one)
    return result


def once(lists):
    result = []
    for word in joined(lists):
        if word not in result:
            result.append(word)
    return result


WORK = {
    "all": joined,
    "sort": lambda lists: sorted(joined(lists)),
    "once": once,
    "size": lambda lists: [str(sum(map(len, lists)))],
    "rest": lambda lists: joined([one[1:] for one in lists]),
    "only": lambda lists: joined(lists) if sum(map(len, lists)) == 1 else None,
    "less": lambda lists: [word for word in lists[0] if word not in joined(lists[1:])],
}


def worked_out(operation, lists):
    return WORK[operation](lists)


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
