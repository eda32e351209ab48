"""What the fields of a version may hold: ints, texts, and lists of texts, which are sorted and have each text once."""


def tidy(value):
    if isinstance(value, list):
        return sorted(set(value))
    return value


def copy_of(fields):
    return {name: list(value) if isinstance(value, list) else value for name, value in fields.items()}


def changed(fields, changes):
    """The fields after these changes, of which None removes a field."""
    result = dict(fields)
    for name, value in changes.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = tidy(value)
    return result


def differences(old, new):
    """A dict of the names whose fields differ and [the old value, the new value], None standing for no field."""
    names = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
    return {name: [old.get(name), new.get(name)] for name in names}
