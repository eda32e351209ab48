# Paths and patterns are followed by recursion; rules are tokens; events are replaced.
import re


def look(event, parts):
    if not parts:
        return [event]
    first, *rest = parts
    if isinstance(event, dict):
        return look(event[first], rest) if first in event else []
    if isinstance(event, list) and all("0" <= sign <= "9" for sign in first):
        return [value for place, item in enumerate(event) if place == int(first) for value in look(item, rest)]
    return []


def name_and_value(value):
    """What is compared: a pair that is equal for equal values alone; None for lists and dicts."""
    for name, kinds in (("truth", bool), ("number", int), ("text", str)):
        if isinstance(value, kinds):
            return name, value
    return ("null", None) if value is None else None


def equal(one, two):
    return name_and_value(one) is not None and name_and_value(one) == name_and_value(two)


ORDERS = {"<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (0, 1)}


def compared(sign, one, two):
    if sign not in ORDERS:
        return equal(one, two) is (sign == "=")
    pair = name_and_value(one), name_and_value(two)
    if None in pair or pair[0][0] != pair[1][0] or pair[0][0] not in ("number", "text"):
        return False
    return (one > two) - (one < two) in ORDERS[sign]


def has(one, two):
    if isinstance(one, str):
        return isinstance(two, str) and two in one
    return isinstance(one, list) and True in [equal(item, two) for item in one]


def like(text, pattern):
    """Which lengths of the text the pattern so far can stand for, sign by sign."""
    if not isinstance(text, str):
        return False
    ends = {0}
    for sign in pattern:
        if sign == "*":
            ends = set(range(min(ends), len(text) + 1)) if ends else ends
        else:
            ends = {end + 1 for end in ends if text[end:end + 1] == sign}
    return len(text) in ends


def copied(value):
    if isinstance(value, (dict, list)):
        result = type(value)(value)
        for key in value if isinstance(value, dict) else range(len(value)):
            result[key] = copied(value[key])
        return result
    return value


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


def with_value(event, path, value):
    """Another event, in which the path has this value; what is not on the way is the same."""
    if not path:
        return value
    base = event if isinstance(event, dict) else {}
    return {**base, path[0]: with_value(base.get(path[0]), path[1:], value)}


def text_for(pieces, event):
    """Lists of one text, or empty ones."""
    texts = [""]
    for piece in pieces:
        values = [piece] if isinstance(piece, str) else [str(value) for value in look(event, piece) if isinstance(value, (str, int)) and value is not True and value is not False]
        texts = [text + value for text in texts for value in values]
    return texts


class Router:
    """Events are not changed but replaced, and copied when they go out."""

    def __init__(self):
        self.rules, self.met, self.fired, self.delivered = [], {}, {}, {}

    def add(self, name, text):
        rule = rule_of(text)
        if name in self.met:
            self.remove(name)
        self.rules.append((name, *rule))
        for table in (self.met, self.fired, self.delivered):
            table[name] = 0

    def remove(self, name):
        for table in (self.met, self.fired, self.delivered):
            table.pop(name)
        self.rules = [rule for rule in self.rules if rule[0] != name]

    def send(self, event):
        event = copied(event)
        targets = {}
        ranks = sorted({rule[4].get("rank", 0) for rule in self.rules}, reverse=True)
        for name, condition, settings, wanted, options in [rule for rank in ranks for rule in self.rules if rule[4].get("rank", 0) == rank]:
            if condition(event):
                self.met[name] += 1
                if self.met[name] > options.get("after", 0) and self.fired[name] != options.get("limit"):
                    self.fired[name] += 1
                    for path, value in settings:
                        for one in value(event):
                            event = with_value(event, path, copied(one))
                    for pieces in wanted:
                        for target in text_for(pieces, event):
                            if target not in targets:
                                targets[target] = (target, name, copied(event))
                                self.delivered[name] += 1
                    if options.get("last"):
                        break
        return list(targets.values())

    def counts(self):
        return {name: [self.met[name], self.fired[name], self.delivered[name]] for name in self.met}
