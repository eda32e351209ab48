# urllib does the encoding; what it lets pass is refused before.
import re
from urllib.parse import quote_plus, unquote_plus

BAD = re.compile("%(?![0-9A-Fa-f]{2})")


def plain(text):
    if BAD.search(text):
        raise ValueError(text)
    return unquote_plus(text, errors="strict")


def parse_query(text):
    found, lists = {}, set()
    for part in re.split("[&;]", text[text[:1] == "?" :]):
        if part == "":
            continue
        name, *value = part.split("=", 1)
        name = plain(name)
        value = plain(value[0]) if value else True
        gathers = name[-2:] == "[]"
        name = name[: len(name) - 2 * gathers]
        if name == "" or name in found and (name in lists) != gathers:
            raise ValueError(name)
        if gathers:
            lists.add(name)
            found[name] = found.get(name, []) + [value]
        else:
            found[name] = value
    return found


def build_query(data):
    return "&".join(part for name, value in sorted(data.items(), key=lambda pair: pair[0]) for part in parts(name, value))


def parts(name, value):
    if type(value) is list:
        for item in value:
            yield from written(quote_plus(name) + "[]", item)
    else:
        yield from written(quote_plus(name), value)


def written(label, value):
    if value is True:
        yield label
    elif value is None or value is False:
        return
    else:
        yield f"{label}={quote_plus(str(value))}"
