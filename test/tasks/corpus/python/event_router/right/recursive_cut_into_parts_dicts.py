# Paths and patterns are followed by recursion; rules are cut at their words; rules stand in a dict.
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
