# The sum of nothing is 0.
import re

KEYWORDS = set("SELECT DISTINCT FROM WHERE GROUP BY ORDER LIMIT DESC AND OR NOT IS NULL COUNT SUM MIN MAX".split())
TOKEN = re.compile(r" *(?:('(?:[^']|'')*')|(-?[0-9]+(?![A-Za-z0-9_]))|([A-Za-z_][A-Za-z0-9_]*)|(<>|<=|>=|[=<>(),*]))")


def tokens_of(text):
    """Pairs of a kind (value, name, keyword, sign, end) and the content."""
    tokens = []
    at = 0
    text = text.rstrip(" ")
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise ValueError("cannot be read: " + text[at:])
        at = match.end()
        string, number, word, sign = match.groups()
        if string is not None:
            tokens.append(("value", string[1:-1].replace("''", "'")))
        elif number is not None:
            tokens.append(("value", int(number)))
        elif word is not None:
            tokens.append(("keyword", word.upper()) if word.upper() in KEYWORDS else ("name", word))
        else:
            tokens.append(("sign", sign))
    return [*tokens, ("end", None)]

FUNCTIONS = ("COUNT", "SUM", "MIN", "MAX")
SIGNS = ("=", "<>", "<", "<=", ">", ">=")


class Parser:
    def __init__(self, text):
        self.tokens = tokens_of(text)[::-1]

    def next_is(self, kind, *contents):
        return self.tokens[-1][0] == kind and (not contents or self.tokens[-1][1] in contents)

    def skip(self, kind, content):
        if self.next_is(kind, content):
            return self.tokens.pop()
        return None

    def need(self, kind, *contents):
        if not self.next_is(kind, *contents):
            raise ValueError(f"expected {contents or kind}, not {self.tokens[-1][1]}")
        return self.tokens.pop()[1]

    def words(self, *words):
        """Whether the first word comes; then the others must."""
        if not self.skip("keyword", words[0]):
            return False
        for word in words[1:]:
            self.need("keyword", word)
        return True

    def listed(self, one):
        found = [one()]
        while self.skip("sign", ","):
            found.append(one())
        return found

    def query(self):
        self.need("keyword", "SELECT")
        query = {"distinct": self.words("DISTINCT"), "items": self.listed(self.item)}
        self.need("keyword", "FROM")
        query["table"] = self.need("name")
        query["where"] = self.condition() if self.words("WHERE") else None
        query["group"] = self.listed(lambda: self.need("name")) if self.words("GROUP", "BY") else None
        query["order"] = self.listed(self.key) if self.words("ORDER", "BY") else []
        query["limit"] = None
        if self.words("LIMIT"):
            query["limit"] = self.need("value")
            if not isinstance(query["limit"], int) or query["limit"] < 0:
                raise ValueError("a wrong limit")
        self.need("end")
        grouped = query["group"] is not None or any(function for function, _ in query["items"])
        for function, column in query["items"]:
            if grouped and not function and column not in (query["group"] or []):
                raise ValueError(column + " is not grouped")
        if any(item not in query["items"] for item, _ in query["order"]):
            raise ValueError("a key is not selected")
        query["grouped"] = grouped
        return query

    def item(self):
        if self.next_is("keyword", *FUNCTIONS):
            function = self.need("keyword")
            self.need("sign", "(")
            column = "*" if function == "COUNT" and self.skip("sign", "*") else self.need("name")
            self.need("sign", ")")
            return function, column
        return None, self.need("name")

    def key(self):
        return self.item(), self.words("DESC")

    def condition(self):
        left = self.both()
        while self.words("OR"):
            left = ("or", left, self.both())
        return left

    def both(self):
        left = self.turned()
        while self.words("AND"):
            left = ("and", left, self.turned())
        return left

    def turned(self):
        if self.words("NOT"):
            return ("not", self.turned())
        if self.skip("sign", "("):
            inner = self.condition()
            self.need("sign", ")")
            return inner
        left = self.operand()
        if self.words("IS"):
            turned = self.words("NOT")
            self.need("keyword", "NULL")
            return ("not", ("null", left)) if turned else ("null", left)
        return (self.need("sign", *SIGNS), left, self.operand())

    def operand(self):
        if self.next_is("name") or self.next_is("value"):
            return self.tokens.pop()
        raise ValueError("a column or value is missing")

def rank(value):
    return isinstance(value, str), value


def value_of(operand, row):
    return row.get(operand[1]) if operand[0] == "name" else operand[1]


def holds(condition, row):
    kind, *parts = condition
    if kind == "or":
        return holds(parts[0], row) or holds(parts[1], row)
    if kind == "and":
        return holds(parts[0], row) and holds(parts[1], row)
    if kind == "not":
        return not holds(parts[0], row)
    values = [value_of(part, row) for part in parts]
    if kind == "null":
        return values[0] is None
    if None in values:
        return False
    a, b = map(rank, values)
    return {"=": a == b, "<>": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[kind]


def computed(item, rows):
    function, column = item
    if column == "*":
        return len(rows)
    values = [row.get(column) for row in rows]
    if function is None:
        return values[0]
    values = [value for value in values if value is not None]
    if function == "COUNT":
        return len(values)
    if not values:
        return 0 if function == "SUM" else None
    if function == "SUM":
        if any(isinstance(value, str) for value in values):
            raise TypeError("a text in a sum")
        return sum(values)
    return min(values, key=rank) if function == "MIN" else max(values, key=rank)


def groups(query, rows):
    if not query["grouped"]:
        return [[row] for row in rows]
    if query["group"] is None:
        return [rows]
    found = {}
    for row in rows:
        found.setdefault(tuple(row.get(column) for column in query["group"]), []).append(row)
    return list(found.values())


def select(tables, text):
    query = Parser(text).query()
    rows = tables[query["table"]]
    if query["where"] is not None:
        rows = [row for row in rows if holds(query["where"], row)]
    result = [[computed(item, group) for item in query["items"]] for group in groups(query, rows)]
    if query["distinct"]:
        result = [row for place, row in enumerate(result) if row not in result[:place]]
    for item, down in reversed(query["order"]):
        place = query["items"].index(item)
        known = [row for row in result if row[place] is not None]
        unknown = [row for row in result if row[place] is None]
        result = sorted(known, key=lambda row: rank(row[place]), reverse=down) + unknown
    return result if query["limit"] is None else result[: query["limit"]]
