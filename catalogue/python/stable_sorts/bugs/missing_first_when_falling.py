def rules_of(fields):
    rules = []
    for field in fields:
        falling = field.startswith("-")
        key = field[1:] if falling else field
        if not key:
            raise ValueError("a field needs a key")
        rules.append((key, falling))
    return rules


def is_before(first, second, rules):
    for key, falling in rules:
        one, other = first.get(key), second.get(key)
        if one == other:
            continue
        if falling:
            one, other = other, one
        if one is None or other is None:
            return other is None
        return one < other
    return False


def merge_sort(records, rules):
    if len(records) < 2:
        return records[:]
    middle = len(records) // 2
    left = merge_sort(records[:middle], rules)
    right = merge_sort(records[middle:], rules)
    merged = []
    taken = 0
    for record in left:
        while taken < len(right) and is_before(right[taken], record, rules):
            merged.append(right[taken])
            taken += 1
        merged.append(record)
    return merged + right[taken:]


def arranged(records, fields):
    return merge_sort(records, rules_of(fields))


def is_arranged(records, fields):
    rules = rules_of(fields)
    return not any(is_before(after, before, rules) for before, after in zip(records, records[1:]))
