"""What each operation makes of the words of its parts, given as one list of words a part."""


class Failure(Exception):
    """An operation cannot be carried out on these words."""


def together(parts):
    return [word for words in parts for word in words]


def once(parts):
    return list(dict.fromkeys(together(parts)))


def size(parts):
    return [str(len(together(parts)))]


def rest(parts):
    return [word for words in parts for word in words[1:]]


def less(parts):
    unwanted = together(parts[1:])
    return [word for word in parts[0] if word not in unwanted]


def only(parts):
    words = together(parts)
    if len(words) != 1:
        raise Failure(f"there are {len(words)} words where one is wanted")
    return words


def in_order(parts):
    return sorted(together(parts))


OPERATIONS = {"all": together, "once": once, "size": size, "rest": rest, "less": less, "only": only, "sort": in_order}


def make(operation, parts):
    return OPERATIONS[operation](parts)
