# First all lines are read into steps, then the steps are carried out.
import re


def read_settings(text):
    sections = {}
    name = ""
    for step in [*steps(text)]:
        kind, *parts = step
        if kind == "error":
            raise parts[0]
        if kind == "open":
            name, parent = parts
            if parent is not None and parent not in sections:
                raise KeyError(parent)
            inherited = sections[parent] if parent is not None else {}
            target = sections.setdefault(name, {})
            for key in inherited:
                target.setdefault(key, copied(inherited[key]))
        elif kind == "set":
            sections.setdefault(name, {})[parts[0]] = parts[1]
        else:
            target = sections.setdefault(name, {})
            old = target[parts[0]] if parts[0] in target else []
            target[parts[0]] = wrapped(old) + wrapped(parts[1])
    return sections


def copied(value):
    return value.copy() if isinstance(value, list) else value


def wrapped(value):
    return value.copy() if isinstance(value, list) else [value]


def steps(text):
    for raw in text.split("\n"):
        line = raw.strip()
        if line == "" or line.startswith("#"):
            continue
        try:
            yield step(line)
        except ValueError as error:
            yield "error", error
            return


def step(line):
    if line.startswith("["):
        if not line.endswith("]"):
            raise ValueError(line)
        name, found, parent = line[1 : len(line) - 1].partition("<")
        if not name.strip():
            raise ValueError(line)
        return "open", name.strip(), parent.strip() if found else None
    left, sign, right = line.partition("=")
    if sign == "":
        raise ValueError(line)
    kind = "set"
    if left[-1:] == "+":
        kind, left = "add", left[:-1]
    left = left.strip()
    if re.search(r"\A[a-z][a-z0-9_]*\Z", left) is None:
        raise ValueError(left)
    return kind, left, value_of(right)


def value_of(text):
    text = text.strip()
    if re.match(r'(?s)"(.*)"\Z', text):
        return text[1:-1]
    parts = text.split(",")
    if len(parts) > 1:
        return [value_of(part) for part in parts if part.strip()]
    for word, value in (("yes", True), ("no", False), ("", None)):
        if text.lower() == word:
            return value
    return int(text) if re.match(r"[-+]?[0-9]+\Z", text) else text
