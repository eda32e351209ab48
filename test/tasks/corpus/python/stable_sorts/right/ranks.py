# Ranks of the values under each key.
def split(field):
    if field in ("", "-"):
        raise ValueError(field)
    return (field.removeprefix("-"), True) if field[0] == "-" else (field, False)


def arranged(records, fields):
    ranks = [[] for _ in records]
    for key, falling in [split(field) for field in fields]:
        values = sorted({record[key] for record in records if record.get(key) is not None}, reverse=falling)
        rank = {value: number for number, value in enumerate(values)}
        for place, record in enumerate(records):
            value = record.get(key)
            ranks[place].append(len(values) if value is None else rank[value])
    order = sorted(range(len(records)), key=lambda place: ranks[place])
    return [records[place] for place in order]


def is_arranged(records, fields):
    arranged([], fields)
    for one, other in zip(records, records[1:]):
        pair = [dict(one), dict(other)]
        if arranged(pair, fields)[0] is not pair[0]:
            return False
    return True
