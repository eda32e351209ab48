# Lines and patterns are regular expressions; operations are in a table; products are objects, the order is yielded.
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
