# Divides by positions; tags become functions.
import re


def pieces(template):
    """Pairs of whether it is a tag, and the text or what stands in the tag."""
    result = []
    at = 0
    while at < len(template):
        brace = template.find("{", at)
        if brace < 0:
            brace = len(template)
        if brace > at:
            result.append((False, template[at:brace]))
        if brace == len(template):
            break
        if template.startswith("{{", brace):
            result.append((False, "{"))
            at = brace + 2
            continue
        end = template.find("}", brace)
        if end < 0:
            raise ValueError("a tag is left open")
        result.append((True, template[brace + 1 : end].strip(" ")))
        at = end + 1
    return result

RESERVED = {"if", "not", "each", "in", "else", "end"}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
STEP = re.compile(r"[A-Za-z0-9_]+")


def read_path(text):
    name, *steps = text.split(".")
    if not NAME.fullmatch(name) or name in RESERVED or not all(STEP.fullmatch(step) for step in steps):
        raise ValueError("not a path: " + text)
    return name, steps


def read_filter(text):
    name, colon, argument = text.strip(" ").partition(":")
    name, argument = name.strip(" "), argument.strip(" ")
    if name in ("upper", "size") and not colon:
        return name, None
    if name == "cut" and re.fullmatch("[0-9]+", argument):
        return name, int(argument)
    if name == "or" and colon:
        return name, argument
    raise ValueError("not a filter: " + text)


def read_output(tag):
    path, *filters = tag.split("|")
    return read_path(path.strip(" ")), [read_filter(each) for each in filters]


def look(path, scope):
    name, steps = path
    value = scope.get(name)
    for step in steps:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and re.fullmatch("[0-9]+", step) and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def written(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(written(item) for item in value)
    if isinstance(value, dict):
        raise TypeError("a dict cannot be written")
    return str(value)


def output(part, scope):
    path, filters = part
    value = look(path, scope)
    for name, argument in filters:
        if name == "upper":
            value = written(value).upper()
        elif name == "cut":
            value = written(value)[:argument]
        elif name == "or":
            value = value or argument
        elif isinstance(value, (str, list, dict)):
            value = len(value)
        else:
            raise TypeError("no size")
    return written(value)

def build(stream, inside=False):
    """Functions of a scope, and the tag that ended them."""
    steps = []
    for is_tag, text in stream:
        if not is_tag:
            steps.append(lambda scope, text=text: text)
            continue
        words = text.split()
        if words in (["else"], ["end"]) and text in ("else", "end"):
            if not inside:
                raise ValueError("unexpected " + text)
            return steps, text
        if words and words[0] in ("if", "each"):
            make = condition if words[0] == "if" else loop
            ready = make([word for word in text.split(" ") if word])
            first, stop = build(stream, True)
            other = []
            if stop == "else":
                other, stop = build(stream, True)
            if stop != "end":
                raise ValueError("two else")
            steps.append(lambda scope, ready=ready, first=first, other=other: ready(scope, first, other))
        else:
            part = read_output(text)
            steps.append(lambda scope, part=part: output(part, scope))
    if inside:
        raise ValueError("the template breaks off")
    return steps, None


def run(steps, scope):
    return "".join([step(scope) for step in steps])


def condition(words):
    turned = len(words) == 3 and words[1] == "not"
    if len(words) - turned != 2:
        raise ValueError("if path")
    path = read_path(words[-1])
    return lambda scope, first, other: run(other if (not look(path, scope)) != turned else first, scope)


def loop(words):
    if len(words) != 4 or words[2] != "in" or "." in words[1]:
        raise ValueError("each name in path")
    (name, path) = (words[1], read_path(words[3]))
    read_path(name)

    def show(scope, first, other):
        items = look(path, scope)
        if items is None or items == []:
            return run(other, scope)
        if not isinstance(items, list):
            raise TypeError("no list")
        texts = []
        for place in range(len(items)):
            hidden = {"count": place + 1}
            hidden[name] = items[place]
            texts.append(run(first, scope | hidden))
        return "".join(texts)

    return show


def render(template, values):
    steps, _ = build(iter(pieces(template)))
    return run(steps, values)
