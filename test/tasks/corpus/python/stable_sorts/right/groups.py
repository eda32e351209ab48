# Groups of equal values, each arranged by the other fields.
def split(field):
    falling = field.startswith("-")
    key = field[1:] if falling else field
    if key == "":
        raise ValueError("a field names a key")
    return key, falling


def arranged(records, fields):
    keys = [split(field) for field in fields]
    if not keys:
        return list(records)
    (key, falling), groups, missing = keys[0], {}, []
    for record in records:
        if record.get(key) is None:
            missing.append(record)
        else:
            groups.setdefault(record[key], []).append(record)
    result = []
    for value in sorted(groups, reverse=falling):
        result += arranged(groups[value], fields[1:])
    return result + arranged(missing, fields[1:])


def is_arranged(records, fields):
    numbered = [dict(record) for record in records]
    order = [id(record) for record in numbered]
    return [id(record) for record in arranged(numbered, fields)] == order
