# Values are lists of one or none; rules are read sign by sign; events are replaced.
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
    return isinstance(one, str) and isinstance(two, str) and two in one


def like(text, pattern):
    return isinstance(text, str) and re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL) is not None


def copied(value):
    if isinstance(value, dict):
        return {key: copied(one) for key, one in value.items()}
    return [copied(one) for one in value] if isinstance(value, list) else value


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
