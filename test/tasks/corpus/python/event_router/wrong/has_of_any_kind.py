# has finds the digits of a number in a text.
import re


def look(event, parts):
    """A list of the value, or an empty one where it is missing."""
    value = event
    for part in parts:
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        else:
            return []
    return [value]


def kind(value):
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, (list, dict)):
        return "none"
    return type(value).__name__


def equal(one, two):
    return kind(one) == kind(two) != "none" and one == two


def compared(sign, one, two):
    if sign == "=":
        return equal(one, two)
    if sign == "!=":
        return not equal(one, two)
    if kind(one) != kind(two) or kind(one) not in ("int", "str"):
        return False
    return {"<": one < two, "<=": one <= two, ">": one > two, ">=": one >= two}[sign]


def has(one, two):
    if isinstance(one, list):
        return any(equal(item, two) for item in one)
    return isinstance(one, str) and kind(two) in ("str", "int") and str(two) in one


def like(text, pattern):
    return isinstance(text, str) and re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL) is not None


def copied(value):
    if isinstance(value, dict):
        return {key: copied(one) for key, one in value.items()}
    return [copied(one) for one in value] if isinstance(value, list) else value


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


def put(event, path, value):
    for part in path[:-1]:
        if not isinstance(event.get(part), dict):
            event[part] = {}
        event = event[part]
    event[path[-1]] = value


def filled(pieces, event):
    text = ""
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
            continue
        found = look(event, piece)
        if not found or isinstance(found[0], bool) or not isinstance(found[0], (int, str)):
            return None
        text += str(found[0])
    return text


class Router:
    """Rules are lists in a dict, in order of adding."""

    def __init__(self):
        self.rules = {}
        self.numbers = {}

    def add(self, name, text):
        rule = rule_of(text)
        self.rules.pop(name, None)
        self.rules[name] = rule
        self.numbers[name] = [0, 0, 0]

    def remove(self, name):
        del self.rules[name]
        del self.numbers[name]

    def send(self, event):
        event, sent, reached = copied(event), [], set()
        for name, (condition, settings, targets, options) in sorted(self.rules.items(), key=lambda item: -item[1][3].get("rank", 0)):
            numbers = self.numbers[name]
            if not condition(event):
                continue
            numbers[0] += 1
            if numbers[0] <= options.get("after", 0) or "limit" in options and numbers[1] >= options["limit"]:
                continue
            numbers[1] += 1
            for path, value in settings:
                for one in value(event):
                    put(event, path, copied(one))
            for pieces in targets:
                target = filled(pieces, event)
                if target is not None and target not in reached:
                    reached.add(target)
                    numbers[2] += 1
                    sent.append((target, name, copied(event)))
            if "last" in options:
                break
        return sent

    def counts(self):
        return {name: list(numbers) for name, numbers in self.numbers.items()}
