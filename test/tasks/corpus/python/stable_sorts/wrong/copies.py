# Gives copies of the records.
def split(field):
    falling = field.startswith("-")
    key = field[1:] if falling else field
    if key == "":
        raise ValueError("a field names a key")
    return key, falling


def arranged(records, fields):
    result = [dict(record) for record in records]
    for key, falling in [split(field) for field in fields][::-1]:
        there = [record for record in result if record.get(key) is not None]
        missing = [record for record in result if record.get(key) is None]
        result = sorted(there, key=lambda record: record[key], reverse=falling) + missing
    return result


def is_arranged(records, fields):
    numbered = [dict(record) for record in records]
    return arranged(numbered, fields) == numbered
