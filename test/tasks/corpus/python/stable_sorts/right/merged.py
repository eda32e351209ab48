# Merges halves.
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

    def sort(part):
        if len(part) < 2:
            return part
        left, right, merged = sort(part[: len(part) // 2]), sort(part[len(part) // 2 :]), []
        a = b = 0
        while a < len(left) and b < len(right):
            if compare(left[a], right[b], keys) <= 0:
                merged.append(left[a])
                a += 1
            else:
                merged.append(right[b])
                b += 1
        return merged + left[a:] + right[b:]

    return sort(list(records))


def is_arranged(records, fields):
    numbered = [dict(record) for record in records]
    order = [id(record) for record in numbered]
    return [id(record) for record in arranged(numbered, fields)] == order
