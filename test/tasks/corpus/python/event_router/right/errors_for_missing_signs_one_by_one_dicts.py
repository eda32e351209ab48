# What is missing is an error within; rules are read sign by sign; rules stand in a dict.
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


LETTERS = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
WORDS = ("if", "set", "to", "last", "rank", "after", "limit", "true", "false", "null", "not", "and", "or", "exists", "in", "has", "like")


def check_path(path):
    """The parts of a path."""
    parts = path.split(".")
    for place, part in enumerate(parts):
        if part[:1] == "" or part[0] not in LETTERS + (DIGITS if place else "") or not set(part) <= set(LETTERS + DIGITS + "_"):
            raise ValueError(f"{path!r} is no path")
    if path in WORDS:
        raise ValueError(f"{path!r} is a word of rules")
    return parts


class Text:
    """The text and the place where the next thing begins."""

    def __init__(self, text):
        self.text = text
        self.place = 0
        self.skip()

    def skip(self):
        while self.text[self.place:self.place + 1] == " ":
            self.place += 1

    def stretch(self):
        """The word or number that begins here, as it stands."""
        end = self.place
        if self.text[end:end + 1] == "-":
            end += 1
        while self.text[end:end + 1] and self.text[end] in LETTERS + DIGITS + "_.-":
            end += 1
        return self.text[self.place:end]

    def go(self, length):
        self.place += length
        self.skip()

    def word(self, *words):
        stretch = self.stretch()
        if stretch in words:
            self.go(len(stretch))
            return stretch
        return None

    def need_word(self, *words):
        word = self.word(*words)
        if not word:
            raise ValueError("a word is missing")
        return word

    def sign(self, *signs):
        for sign in sorted(signs, key=len, reverse=True):
            if self.text.startswith(sign, self.place):
                self.go(len(sign))
                return sign
        return None

    def need_sign(self, *signs):
        sign = self.sign(*signs)
        if not sign:
            raise ValueError("a sign is missing")
        return sign

    def path(self):
        stretch = self.stretch()
        parts = check_path(stretch)
        self.go(len(stretch))
        return parts

    def number(self):
        stretch = self.stretch()
        digits = stretch[1:] if stretch[:1] == "-" else stretch
        if not digits or not set(digits) <= set(DIGITS):
            raise ValueError("a number is missing")
        self.go(len(stretch))
        return int(stretch)

    def quoted(self):
        if self.text[self.place:self.place + 1] != "'":
            raise ValueError("a text is missing")
        end = self.text.find("'", self.place + 1)
        if end < 0:
            raise ValueError("a text is left open")
        found = self.text[self.place + 1:end]
        self.go(end + 1 - self.place)
        return found


class Constant:
    def __init__(self, value):
        self.value = value

    def __call__(self, event):
        return [self.value]


class Path:
    def __init__(self, parts):
        self.parts = parts

    def __call__(self, event):
        return look(event, self.parts)


def value_of(text):
    sign = text.text[text.place:text.place + 1]
    if sign == "'":
        return Constant(text.quoted())
    if sign and sign in "-" + DIGITS:
        return Constant(text.number())
    word = text.word("true", "false", "null")
    if word:
        return Constant(None if word == "null" else word == "true")
    return Path(text.path())


def list_of(text, part):
    found = [part(text)]
    while text.sign(","):
        found.append(part(text))
    return found


def condition_of(text):
    left = all_of(text)
    while text.word("or"):
        left = (lambda one, two: lambda event: one(event) or two(event))(left, all_of(text))
    return left


def all_of(text):
    left = one_of(text)
    while text.word("and"):
        left = (lambda one, two: lambda event: one(event) and two(event))(left, one_of(text))
    return left


def one_of(text):
    if text.word("not"):
        inner = one_of(text)
        return lambda event: not inner(event)
    if text.sign("("):
        inner = condition_of(text)
        text.need_sign(")")
        return inner
    if text.word("exists"):
        path = Path(text.path())
        return lambda event: path(event) != []
    path = Path(text.path())
    word = text.word("in", "has", "like")
    if word == "like":
        values, holds = [Constant(text.quoted())], like
    elif word == "has":
        values, holds = [value_of(text)], has
    elif word == "in":
        text.need_sign("(")
        values, holds = list_of(text, value_of), equal
        text.need_sign(")")
    else:
        sign = text.need_sign("=", "!=", "<", "<=", ">", ">=")
        values, holds = [value_of(text)], lambda one, two: compared(sign, one, two)

    def condition(event):
        for one in path(event):
            for value in values:
                for two in value(event):
                    if holds(one, two):
                        return True
        return False

    return condition


def setting_of(text):
    path = text.path()
    text.need_sign("=")
    return path, value_of(text)


def target_of(text):
    rest, pieces = text.quoted(), []
    while True:
        plain, opened, rest = rest.partition("{")
        if "}" in plain:
            raise ValueError("a } too many")
        pieces.append(plain)
        if not opened:
            return pieces
        path, closed, rest = rest.partition("}")
        if not closed:
            raise ValueError("a { is left open")
        pieces.append(check_path(path))


def rule_of(text):
    text = Text(text)
    condition = condition_of(text) if text.word("if") else None
    settings = list_of(text, setting_of) if text.word("set") else []
    text.need_word("to")
    targets = list_of(text, target_of)
    options = {}
    while text.place < len(text.text):
        word = text.need_word("last", "rank", "after", "limit")
        if word in options:
            raise ValueError(f"{word} stands twice")
        options[word] = word == "last" or text.number()
        if word in ("after", "limit") and options[word] < 0:
            raise ValueError(f"{word} is below 0")
    return condition or (lambda event: True), settings, targets, options


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
