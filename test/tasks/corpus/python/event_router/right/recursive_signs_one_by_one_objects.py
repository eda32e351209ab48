# Paths and patterns are followed by recursion; rules are read sign by sign; rules are objects in order.
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
