# Values are lists of one or none; rules are cut at their words; rules are objects in order.
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


WORDS = {"if", "set", "to", "last", "rank", "after", "limit", "true", "false", "null", "not", "and", "or", "exists", "in", "has", "like"}
PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9][a-z0-9_]*)*")


def tokens_of(text):
    """Tokens as texts; texts keep the ' before them."""
    tokens = []
    for place, piece in enumerate(text.split("'")):
        if place % 2:
            tokens.append("'" + piece)
            continue
        for part in re.split("(!=|<=|>=|[=<>(),])| ", piece):
            if part:
                if not re.fullmatch("-?[0-9]+|!=|<=|>=|[=<>(),]", part) and not PATH.fullmatch(part):
                    raise ValueError(f"{part!r} is nothing")
                tokens.append(part)
    if text.count("'") % 2:
        raise ValueError("a text is left open")
    return tokens


def is_path(token):
    return bool(PATH.fullmatch(token)) and token not in WORDS


def path_of(token):
    if not is_path(token):
        raise ValueError(f"{token!r} is no path")
    return token.split(".")


def operand(tokens):
    if len(tokens) != 1:
        raise ValueError(f"{tokens} is no value")
    token = tokens[0]
    if token[0] == "'":
        return lambda event: [token[1:]]
    if token in ("true", "false", "null"):
        value = {"true": True, "false": False, "null": None}[token]
        return lambda event: [value]
    if token[0] in "-0123456789":
        return lambda event: [int(token)]
    path = path_of(token)
    return lambda event: look(event, path)


def cut(tokens, sign):
    """The stretches between the signs."""
    parts = [[]]
    for token in tokens:
        if token == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def test_of(tokens):
    """One test without words between tests."""
    if tokens[:1] == ["exists"]:
        if len(tokens) != 2:
            raise ValueError("exists what?")
        path = path_of(tokens[1])
        return lambda event: len(look(event, path)) == 1
    if len(tokens) < 3:
        raise ValueError(f"{tokens} is no test")
    path, sign, rest = path_of(tokens[0]), tokens[1], tokens[2:]
    if sign == "in":
        if rest[0] != "(" or rest[-1] != ")":
            raise ValueError("in what?")
        values = [operand(part) for part in cut(rest[1:-1], ",")]
        return lambda event: any(equal(one, two) for value in values for two in value(event) for one in look(event, path))
    if sign == "like" and rest[0][0] != "'":
        raise ValueError("like what?")
    value = operand(rest)
    tests = {"like": like, "has": has}
    if sign not in tests and sign not in ("=", "!=", "<", "<=", ">", ">="):
        raise ValueError(f"{sign!r} compares nothing")
    test = tests.get(sign) or (lambda one, two: compared(sign, one, two))
    return lambda event: any(test(one, two) for one in look(event, path) for two in value(event))


def joined(word, one, two):
    if word == "and":
        return lambda event: one(event) and two(event)
    return lambda event: one(event) or two(event)


STRENGTH = {"or": 1, "and": 2, "not": 3}


def condition_of(tokens):
    """Two stacks: of conditions, and of words and ( that wait for what follows."""
    found, waiting = [], []

    def finish(strength):
        while waiting and waiting[-1] != "(" and STRENGTH[waiting[-1]] >= strength:
            word = waiting.pop()
            if word == "not":
                inner = found.pop()
                found.append((lambda inner: lambda event: not inner(event))(inner))
            else:
                two, one = found.pop(), found.pop()
                found.append(joined(word, one, two))

    place, wants = 0, True
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if wants and token in ("not", "("):
            waiting.append(token)
        elif wants:
            end = place
            if tokens[place:place + 1] == ["in"]:
                while end < len(tokens) and tokens[end] != ")":
                    end += 1
                end += 1
            else:
                end += 1 if token == "exists" else 2
            found.append(test_of(tokens[place - 1:end]))
            place, wants = end, False
        elif token in ("and", "or"):
            finish(STRENGTH[token])
            waiting.append(token)
            wants = True
        elif token == ")":
            finish(0)
            if not waiting:
                raise ValueError("a ) too many")
            waiting.pop()
        else:
            raise ValueError(f"{token!r} is not wanted")
    if wants:
        raise ValueError("something is missing")
    finish(0)
    if waiting:
        raise ValueError("a ( is left open")
    return found[0]


def target_of(tokens):
    if len(tokens) != 1 or tokens[0][0] != "'":
        raise ValueError("a target is a text")
    pieces = re.split(r"(\{[^{}]*\})", tokens[0][1:])
    if any("{" in piece or "}" in piece for piece in pieces[::2]):
        raise ValueError("a bracket too many")
    return [path_of(piece[1:-1]) if place % 2 else piece for place, piece in enumerate(pieces)]


def rule_of(text):
    tokens = tokens_of(text)
    if "to" not in tokens:
        raise ValueError("to is missing")
    place = tokens.index("to")
    head, tail = tokens[:place], tokens[place + 1:]
    settings = []
    if "set" in head:
        at = head.index("set")
        for part in cut(head[at + 1:], ","):
            if len(part) != 3 or part[1] != "=":
                raise ValueError("a wrong setting")
            settings.append((path_of(part[0]), operand(part[2:])))
        head = head[:at]
    if head[:1] not in ([], ["if"]):
        raise ValueError("if is missing")
    condition = condition_of(head[1:]) if head else lambda event: True
    end = min([tail.index(word) for word in ("last", "rank", "after", "limit") if word in tail], default=len(tail))
    targets = [target_of(part) for part in cut(tail[:end], ",")]
    options, rest = {}, tail[end:]
    while rest:
        word = rest.pop(0)
        if word in options or word not in ("last", "rank", "after", "limit"):
            raise ValueError(f"{word!r} is no option, or stands twice")
        if word == "last":
            options[word] = True
            continue
        number = rest.pop(0) if rest else ""
        if not re.fullmatch("[0-9]+" if word != "rank" else "-?[0-9]+", number) and not re.fullmatch("-0+", number):
            raise ValueError(f"{word} of what?")
        options[word] = int(number)
    return condition, settings, targets, options


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
