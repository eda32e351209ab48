# Says that equal neighbours are out of order.
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
    return result


def is_arranged(records, fields):
    numbered = [dict(record) for record in records]
    order = [id(record) for record in numbered]
    ordered = [id(record) for record in arranged(numbered, fields)] == order
    key = fields[0].lstrip("-") if fields else ""
    return ordered and not (key and any(one.get(key) == other.get(key) is not None for one, other in zip(records, records[1:])))
