# Ranks, and copies of the records.
def split(field):
    falling = field.startswith("-")
    key = field[1:] if falling else field
    if key == "":
        raise ValueError("a field names a key")
    return key, falling


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
    numbered = [dict(record) for record in records]
    order = [id(record) for record in numbered]
    return [id(record) for record in arranged(numbered, fields)] == order
