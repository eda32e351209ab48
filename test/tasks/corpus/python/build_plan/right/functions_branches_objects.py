# Patterns are functions; operations are branches; products are objects, the order is yielded.
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


class Product:
    def __init__(self, rule, contents, words):
        self.rule, self.contents, self.words = rule, contents, words

    def was_made_so(self, rule, contents):
        return list(rule) == list(self.rule) and contents == self.contents


class Builder:
    """Products that know how they were made; an order that is found by marks."""

    def __init__(self, text):
        self.sources, self.products = {}, {}
        self.rules = Rules(text)

    def put(self, name, words):
        if self.rules.of(name) is not None:
            raise ValueError(name)
        self.sources[name] = words[:]

    def drop(self, name):
        del self.sources[name]

    def look(self, name):
        return self.products[name].words if name in self.products else self.sources[name]

    def read(self, name):
        return self.look(name)[:]

    def order(self, name, marks=None):
        marks = {} if marks is None else marks
        if marks.get(name) == "open":
            raise ValueError(f"{name} is within itself")
        if name in marks:
            return
        rule = self.rules.of(name)
        if rule is None:
            if name not in self.sources:
                raise KeyError(name)
            marks[name] = "done"
            return
        marks[name] = "open"
        for part in rule[1]:
            yield from self.order(part, marks)
        marks[name] = "done"
        yield name, rule

    def build(self, goal):
        states = {}
        for name, rule in list(self.order(goal)):
            operation, parts = rule
            if any(states.get(part) in ("failed", "skipped") for part in parts):
                states[name] = "skipped"
            else:
                contents = [self.read(part) for part in parts]
                product = self.products.get(name)
                if product and product.was_made_so(rule, contents):
                    states[name] = "kept"
                    continue
                words = worked_out(operation, contents)
                states[name] = "made" if words is not None else "failed"
            if states[name] == "made":
                self.products[name] = Product(rule, contents, words)
            elif name in self.products:
                del self.products[name]
        return [f"{state} {name}" for name, state in states.items() if state != "kept"]

    def stale(self, goal):
        fresh, result = set(), []
        for name, (operation, parts) in list(self.order(goal)):
            product = self.products.get(name)
            kept = product is not None and not any(part in result for part in parts) and product.was_made_so((operation, parts), [self.look(part) for part in parts])
            (fresh.add if kept else result.append)(name)
        return result

    def uses_of(self, user, name, seen=()):
        if user in seen:
            return False
        parts = self.products[user].rule[1]
        return name in parts or any(self.uses_of(part, name, (*seen, user)) for part in parts if part in self.products)

    def users(self, name):
        return sorted(user for user in self.products if self.uses_of(user, name))

    def change(self, text):
        rules = Rules(text)
        self.rules = rules
        for name in [name for name in self.sources if rules.of(name)]:
            self.sources.pop(name)
        for name in [name for name in self.products if not rules.of(name)]:
            self.products.pop(name)
