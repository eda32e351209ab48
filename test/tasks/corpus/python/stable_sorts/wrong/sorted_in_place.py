# Sorts the list that it is given.
def split(field):
    falling = field.startswith("-")
    key = field[1:] if falling else field
    if key == "":
        raise ValueError("a field names a key")
    return key, falling


def arranged(records, fields):
    result = list(records)
    for key, falling in [split(field) for field in fields][::-1]:
        there = [record for record in result if record.get(key) is not None]
        missing = [record for record in result if record.get(key) is None]
        result = sorted(there, key=lambda record: record[key], reverse=falling) + missing
    records[:] = result
    return result


def is_arranged(records, fields):
    numbered = [dict(record) for record in records]
    order = [id(record) for record in numbered]
    return [id(record) for record in arranged(numbered, fields)] == order
