# Tags become functions of a scope, filters functions of a value.
def pieces(template):
    characters = iter(template)
    text = ""
    for character in characters:
        if character != "{":
            text += character
            continue
        tag = ""
        for inner in characters:
            if inner == "{" and tag == "":
                text += "{"
                break
            if inner == "}":
                yield False, text
                text = ""
                yield True, tag.strip(" ")
                break
            tag += inner
        else:
            raise ValueError("a tag is left open")
    yield False, text

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"
DIGITS = "0123456789"


def made_of(text, characters):
    return text != "" and all(character in characters for character in text)


def is_name(text):
    return made_of(text, LETTERS + DIGITS) and text[0] not in DIGITS and text not in ("if", "not", "each", "in", "else", "end")


def read_path(text):
    steps = text.split(".")
    if not is_name(steps[0]) or not all(made_of(step, LETTERS + DIGITS) for step in steps[1:]):
        raise ValueError("no path")
    return steps


def upper(value):
    return write(value).upper()


def size(value):
    if type(value) not in (str, list, dict):
        raise TypeError("this has no size")
    return len(value)


def cut(count):
    return lambda value: "".join(write(value)[place] for place in range(min(count, len(write(value)))))


def instead(text):
    return lambda value: value if value else text


def read_output(tag):
    """The path and a function for each filter."""
    parts = [part.strip(" ") for part in tag.split("|")]
    functions = []
    for part in parts[1:]:
        name, *more = [piece.strip(" ") for piece in part.split(":", 1)]
        if name == "upper" and not more:
            functions.append(upper)
        elif name == "size" and not more:
            functions.append(size)
        elif name == "cut" and more and made_of(more[0], DIGITS):
            functions.append(cut(int(more[0])))
        elif name == "or" and more:
            functions.append(instead(more[0]))
        else:
            raise ValueError("no filter: " + part)
    return read_path(parts[0]), functions


def step_into(value, step):
    if type(value) is dict:
        return value[step] if step in value else None
    if type(value) is list and made_of(step, DIGITS):
        return value[int(step)] if int(step) < len(value) else None
    return None


def look(path, scope):
    value = scope
    for step in path:
        value = step_into(value, step)
    return value


def write(value):
    if value is True or value is False:
        return ["no", "yes"][value]
    if value is None:
        return ""
    if type(value) is dict:
        raise TypeError("dicts are not written")
    if type(value) is list:
        items = [write(item) for item in value]
        return ", ".join(items)
    return f"{value}"


def output(part, scope):
    path, functions = part
    value = look(path, scope)
    for function in functions:
        value = function(value)
    return write(value)

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
