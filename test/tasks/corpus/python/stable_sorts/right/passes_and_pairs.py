# Passes, and pairs of neighbours.
def split(field):
    if field in ("", "-"):
        raise ValueError(field)
    return (field.removeprefix("-"), True) if field[0] == "-" else (field, False)


def arranged(records, fields):
    result = list(records)
    for key, falling in [split(field) for field in fields][::-1]:
        there = [record for record in result if record.get(key) is not None]
        missing = [record for record in result if record.get(key) is None]
        result = sorted(there, key=lambda record: record[key], reverse=falling) + missing
    return result


def is_arranged(records, fields):
    arranged([], fields)
    for one, other in zip(records, records[1:]):
        pair = [dict(one), dict(other)]
        if arranged(pair, fields)[0] is not pair[0]:
            return False
    return True
