# Runs of escapes are replaced by regular expressions.
import re

ESCAPES = re.compile(r"(?:%[0-9a-fA-F]{2})+")


def unescape(text):
    if "%" in ESCAPES.sub("", text):
        raise ValueError("stray %")
    return ESCAPES.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8"), text.replace("+", " "))


def escape(text):
    text = re.sub(r"[^A-Za-z0-9\-._~ ]", lambda found: "".join("%%%02X" % byte for byte in found[0].encode("utf-8")), text)
    return text.replace(" ", "+")


def parse_query(text):
    text = re.sub(r"\A\?", "", text)
    ones, lists = {}, {}
    for name, sign, value in re.findall(r"([^&;=]*)(=?)([^&;]*)", text):
        if not name + sign + value:
            continue
        name, value = unescape(name), unescape(value) if sign else True
        found = re.fullmatch(r"(?s)(.*)\[\]", name)
        if found:
            lists.setdefault(found[1], []).append(value)
        else:
            ones[name] = value
    if "" in ones or "" in lists or ones.keys() & lists.keys():
        raise ValueError("a wrong name")
    return {**ones, **lists}


def build_query(data):
    parts = []
    for name, value in sorted(data.items(), key=lambda item: item[0]):
        if isinstance(value, list):
            parts += [part(escape(name) + "[]", item) for item in value]
        else:
            parts.append(part(escape(name), value))
    return "&".join(filter(None, parts))


def part(name, value):
    if isinstance(value, bool) or value is None:
        return name if value else ""
    return name + "=" + escape(str(value))
