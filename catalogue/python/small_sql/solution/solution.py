"""Runs queries on tables that are lists of rows."""
from query_parser import Parser


def check(query):
    items, limit = query["items"], query["limit"]
    if is_grouped(query) and any(kind == "column" and name not in query["group"] for kind, name in items):
        raise ValueError("a column is neither grouped nor summed up")
    if any(item not in items for item, _ in query["order"]):
        raise ValueError("only what is selected can be sorted by")
    if limit is not None and (isinstance(limit, str) or limit < 0):
        raise ValueError(f"{limit} is no limit")


def is_grouped(query):
    return bool(query["group"]) or any(kind != "column" for kind, _ in query["items"])


def rank(value):
    """Numbers come before texts."""
    return isinstance(value, str), value


def operand(part, row):
    kind, value = part
    return row.get(value) if kind == "name" else value


def holds(tree, row):
    kind = tree[0]
    if kind == "NOT":
        return not holds(tree[1], row)
    if kind == "AND":
        return holds(tree[1], row) and holds(tree[2], row)
    if kind == "OR":
        return holds(tree[1], row) or holds(tree[2], row)
    left = operand(tree[1], row)
    if kind == "NULL":
        return (left is None) == tree[2]
    right = operand(tree[2], row)
    if left is None or right is None:
        return False
    left, right = rank(left), rank(right)
    return "<" in kind and left < right or ">" in kind and left > right or "=" in kind and left == right


def summed_up(item, rows):
    function, column = item
    if column is None:
        return len(rows)
    values = [row[column] for row in rows if row.get(column) is not None]
    if function == "COUNT":
        return len(values)
    if not values:
        return None
    if function == "SUM":
        return sum(values)
    return min(values, key=rank) if function == "MIN" else max(values, key=rank)


def grouped(query, rows):
    groups = {} if query["group"] else {(): []}
    for row in rows:
        groups.setdefault(tuple(row.get(name) for name in query["group"]), []).append(row)
    results = []
    for key, members in groups.items():
        known = dict(zip(query["group"], key))
        results.append([known[item[1]] if item[0] == "column" else summed_up(item, members) for item in query["items"]])
    return results


def without_repetitions(results):
    return [result for place, result in enumerate(results) if result not in results[:place]]


def select(tables, text):
    query = Parser(text).query()
    check(query)
    rows = [row for row in tables[query["table"]] if query["where"] is None or holds(query["where"], row)]
    if is_grouped(query):
        results = grouped(query, rows)
    else:
        results = [[row.get(name) for _, name in query["items"]] for row in rows]
    if query["distinct"]:
        results = without_repetitions(results)
    for item, falling in reversed(query["order"]):
        place = query["items"].index(item)
        filled = [result for result in results if result[place] is not None]
        filled.sort(key=lambda result: rank(result[place]), reverse=falling)
        results = filled + [result for result in results if result[place] is None]
    return results[: query["limit"]]
