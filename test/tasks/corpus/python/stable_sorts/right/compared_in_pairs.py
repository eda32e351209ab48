# A comparison, and pairs of neighbours.
from functools import cmp_to_key


def split(field):
    if field in ("", "-"):
        raise ValueError(field)
    return (field.removeprefix("-"), True) if field[0] == "-" else (field, False)


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
    arranged([], fields)
    for one, other in zip(records, records[1:]):
        pair = [dict(one), dict(other)]
        if arranged(pair, fields)[0] is not pair[0]:
            return False
    return True
