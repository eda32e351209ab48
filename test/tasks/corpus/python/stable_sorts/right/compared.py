# A comparison of two records.
from functools import cmp_to_key


def split(field):
    falling = field.startswith("-")
    key = field[1:] if falling else field
    if key == "":
        raise ValueError("a field names a key")
    return key, falling


def compare(one, other, keys):
    for key, falling in keys:
        left, right = one.get(key), other.get(key)
        if left is None or right is None:
            if (left is None) != (right is None):
                return 1 if left is None else -1
        elif left != right:
            return -1 if (left < right) != falling else 1
    return 0


def arranged(records, fields):
    keys = [split(field) for field in fields]
    return sorted(records, key=cmp_to_key(lambda one, other: compare(one, other, keys)))


def is_arranged(records, fields):
    keys = [split(field) for field in fields]
    return all(compare(one, other, keys) <= 0 for one, other in zip(records, records[1:]))
