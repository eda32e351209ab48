# What is missing is an error within; rules are tokens; rules are objects in order.
import re
from copy import deepcopy
from functools import reduce


def step(value, part):
    if type(value) is dict:
        return value[part]
    if type(value) is list and set(part) <= set("0123456789"):
        return value[int(part)]
    raise KeyError(part)


def look(event, parts):
    try:
        return [reduce(step, parts, event)]
    except (KeyError, IndexError):
        return []


KINDS = {int: 1, str: 2, bool: 3, type(None): 4}


def equal(one, two):
    return type(one) in KINDS and type(one) is type(two) and one == two


def compared(sign, one, two):
    if sign in ("=", "!="):
        return equal(one, two) == (sign == "=")
    if type(one) is not type(two) or type(one) not in (int, str):
        return False
    if one == two:
        return "=" in sign
    return (one < two) == (sign[0] == "<")


def has(one, two):
    if type(one) is list:
        return [item for item in one if equal(item, two)] != []
    return type(one) is type(two) is str and one.find(two) >= 0


def like(text, pattern):
    if type(text) is not str:
        return False
    first, *rest = pattern.split("*")
    if not rest:
        return text == pattern
    if not text.startswith(first):
        return False
    place, last = len(first), rest.pop()
    for piece in rest:
        place = text.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return len(text) - len(last) >= place and text.endswith(last)


def copied(value):
    return deepcopy(value)


TOKEN = re.compile(r" *(?:(-?[0-9]+)(?![a-z0-9_.])|([a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_]*)*)(?![a-z0-9_.])|'([^']*)'|(!=|<=|>=|[=<>(),]))")
WORDS = set("if set to last rank after limit true false null not and or exists in has like".split())
HOLE = re.compile(r"\{([^{}]*)\}")
PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9][a-z0-9_]*)*")


class Reader:
    def __init__(self, text):
        self.tokens, place = [], 0
        text = text.rstrip(" ")
        before = ""
        while place < len(text):
            match = TOKEN.match(text, place)
            if match is None:
                raise ValueError(f"what is {text[place:]!r}?")
            number, word, quoted, sign = match.groups()
            if before == "word" and (number or word) and match[0][0] != " ":
                raise ValueError("a space is missing")
            before = "word" if number or word else ""
            if number:
                self.tokens.append(("number", int(number)))
            elif word:
                self.tokens.append(("word" if word in WORDS else "path", word))
            elif sign:
                self.tokens.append(("sign", sign))
            else:
                self.tokens.append(("text", quoted))
            place = match.end()
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", None)

    def accept(self, kind, *texts):
        if self.peek()[0] == kind and (not texts or self.peek()[1] in texts):
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def demand(self, kind, *texts):
        token = self.accept(kind, *texts)
        if token is None:
            raise ValueError(f"{kind} {texts} is missing")
        return token[1]

    def several(self, part):
        parts = [part()]
        while self.accept("sign", ","):
            parts.append(part())
        return parts

    def path(self):
        return self.demand("path").split(".")

    def value(self):
        for kind in ("number", "text"):
            token = self.accept(kind)
            if token:
                return lambda event: [token[1]]
        token = self.accept("word", "true", "false", "null")
        if token:
            return lambda event: [{"true": True, "false": False, "null": None}[token[1]]]
        path = self.path()
        return lambda event: look(event, path)

    def either(self):
        parts = [self.both()]
        while self.accept("word", "or"):
            parts.append(self.both())
        return lambda event: any(part(event) for part in parts)

    def both(self):
        parts = [self.single()]
        while self.accept("word", "and"):
            parts.append(self.single())
        return lambda event: all(part(event) for part in parts)

    def single(self):
        if self.accept("word", "not"):
            inner = self.single()
            return lambda event: not inner(event)
        if self.accept("sign", "("):
            inner = self.either()
            self.demand("sign", ")")
            return inner
        if self.accept("word", "exists"):
            path = self.path()
            return lambda event: bool(look(event, path))
        path = self.path()
        if self.accept("word", "in"):
            self.demand("sign", "(")
            values = self.several(self.value)
            self.demand("sign", ")")
            return lambda event: any(equal(one, two) for one in look(event, path) for value in values for two in value(event))
        if self.accept("word", "like"):
            pattern = self.demand("text")
            return lambda event: any(like(one, pattern) for one in look(event, path))
        if self.accept("word", "has"):
            value = self.value()
            return lambda event: any(has(one, two) for one in look(event, path) for two in value(event))
        sign = self.demand("sign", "=", "!=", "<", "<=", ">", ">=")
        value = self.value()
        return lambda event: any(compared(sign, one, two) for one in look(event, path) for two in value(event))

    def setting(self):
        path = self.path()
        self.demand("sign", "=")
        return path, self.value()

    def target(self):
        text = self.demand("text")
        pieces = HOLE.split(text)
        if any("{" in piece or "}" in piece for piece in pieces[::2]) or not all(PATH.fullmatch(piece) and piece not in WORDS for piece in pieces[1::2]):
            raise ValueError(f"{text!r} is no target")
        return [piece.split(".") if place % 2 else piece for place, piece in enumerate(pieces)]

    def rule(self):
        condition = self.either() if self.accept("word", "if") else lambda event: True
        settings = self.several(self.setting) if self.accept("word", "set") else []
        self.demand("word", "to")
        targets = self.several(self.target)
        options = {}
        while self.peek()[0] != "end":
            word = self.demand("word", "last", "rank", "after", "limit")
            number = True if word == "last" else self.demand("number")
            if word in options or word in ("after", "limit") and number < 0:
                raise ValueError(f"{word} is wrong")
            options[word] = number
        return condition, settings, targets, options


def rule_of(text):
    return Reader(text).rule()


class Rule:
    def __init__(self, name, text):
        self.name = name
        self.condition, self.settings, self.targets, options = rule_of(text)
        self.rank = options.get("rank", 0)
        self.after = options.get("after", 0)
        self.limit = options.get("limit", float("inf"))
        self.is_last = options.get("last", False)
        self.met = self.fired = self.delivered = 0

    def fires(self, event):
        if not self.condition(event):
            return False
        self.met += 1
        if self.met > self.after and self.fired < self.limit:
            self.fired += 1
            return True
        return False

    def change(self, event):
        for path, value in self.settings:
            found = value(event)
            if found:
                self.put(event, path, copied(found[0]))

    def put(self, place, path, value):
        first, *rest = path
        if rest:
            below = place[first] if type(place.get(first)) is dict else {}
            place[first] = below
            self.put(below, rest, value)
        else:
            place[first] = value

    def names(self, event):
        for pieces in self.targets:
            parts = [[piece] if type(piece) is str else look(event, piece) for piece in pieces]
            if all(part and type(part[0]) in (str, int) for part in parts):
                yield "".join(str(part[0]) for part in parts)

    def deliver(self, event, sent):
        for target in self.names(event):
            if target not in [one[0] for one in sent]:
                self.delivered += 1
                sent.append((target, self.name, copied(event)))


class Router:
    """A list of rules that is always in the order in which it is gone through."""

    def __init__(self):
        self.rules = []

    def add(self, name, text):
        rule = Rule(name, text)
        rules = [other for other in self.rules if other.name != name]
        place = len([other for other in rules if other.rank >= rule.rank])
        self.rules = rules[:place] + [rule] + rules[place:]

    def remove(self, name):
        rest = [rule for rule in self.rules if rule.name != name]
        if len(rest) == len(self.rules):
            raise KeyError(name)
        self.rules = rest

    def send(self, event):
        event = copied(event)
        sent = []
        for rule in self.rules:
            if rule.fires(event):
                rule.change(event)
                rule.deliver(event, sent)
                if rule.is_last:
                    return sent
        return sent

    def counts(self):
        return {rule.name: [rule.met, rule.fired, rule.delivered] for rule in self.rules}
