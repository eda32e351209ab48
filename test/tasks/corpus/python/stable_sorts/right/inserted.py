# Puts each record where it belongs.
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
    keys = list(map(split, fields))
    result = []
    for record in records:
        place = len(result)
        while place and compare(result[place - 1], record, keys) > 0:
            place -= 1
        result.insert(place, record)
    return result


def is_arranged(records, fields):
    keys = [split(field) for field in fields]
    return all(compare(one, other, keys) <= 0 for one, other in zip(records, records[1:]))
