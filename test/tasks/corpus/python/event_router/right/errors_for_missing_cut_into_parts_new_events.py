# What is missing is an error within; rules are cut at their words; events are replaced.
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
