"""Keys such as "a/b/c", and what lies beneath one."""


def checked(key):
    if "" in key.split("/"):
        raise ValueError(f"{key!r} has an empty part")
    return key


def is_within(key, path):
    """Whether a key is this path or beneath it; all are beneath ""."""
    return path == "" or key == path or key.startswith(path + "/")


def moved(key, source, target):
    return target + key[len(source):]


def nested(values, path):
    """The values as dicts within dicts, from this path down; a value of a key that has others beneath it stands under ""."""
    result = {}
    for key, value in values.items():
        place = result
        for part in parts_after(key, path):
            place = place.setdefault(part, {})
        place[""] = value
    return folded(result)


def parts_after(key, path):
    rest = key[len(path):].lstrip("/")
    return rest.split("/") if rest else []


def folded(place):
    """A dict that has nothing but a value of its own is that value."""
    if list(place) == [""]:
        return place[""]
    return {part: below if part == "" else folded(below) for part, below in place.items()}
