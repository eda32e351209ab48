# A pattern reads tokens; tallies and functions of rows.
import functools
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

def compare(a, b):
    """-1, 0 or 1; numbers come before texts."""
    if isinstance(a, str) != isinstance(b, str):
        return 1 if isinstance(a, str) else -1
    return (a > b) - (a < b)


TESTS = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
}


def test_of(condition):
    """A function of a row."""
    kind = condition[0]
    if kind in ("and", "or"):
        tests = [test_of(part) for part in condition[1:]]
        return lambda row: (all if kind == "and" else any)(test(row) for test in tests)
    if kind == "not":
        inner = test_of(condition[1])
        return lambda row: not inner(row)
    sides = [getter(operand) for operand in condition[1:]]
    if kind == "null":
        return lambda row: sides[0](row) is None

    def compared(row):
        a, b = (side(row) for side in sides)
        return a is not None and b is not None and TESTS[kind](compare(a, b))

    return compared


def getter(operand):
    kind, content = operand
    return (lambda row: row.get(content)) if kind == "name" else (lambda row: content)


class Tally:
    """Takes the values of one item in one group, one after another."""

    def __init__(self, item):
        self.function, self.column = item
        self.count = 0
        self.value = None

    def take(self, row):
        value = row.get(self.column)
        if self.column != "*" and value is None:
            return
        self.count += 1
        if self.count == 1:
            self.value = value
        if self.function == "SUM":
            if isinstance(value, str):
                raise TypeError("texts have no sum")
            self.value = value if self.count == 1 else self.value + value
        elif self.function == "MIN" and compare(value, self.value) < 0:
            self.value = value
        elif self.function == "MAX" and compare(value, self.value) > 0:
            self.value = value

    def result(self):
        return self.count if self.function == "COUNT" else self.value


def grouped_rows(query, rows):
    columns = query["group"] or []
    keys, tallies = [], []
    if query["group"] is None:
        keys, tallies = [[]], [[Tally(item) for item in query["items"]]]
    for row in rows:
        key = [row.get(column) for column in columns]
        if key not in keys:
            keys.append(key)
            tallies.append([Tally(item) for item in query["items"]])
        for tally in tallies[keys.index(key)]:
            tally.take(row)
    return [[tally.result() for tally in group] for group in tallies]


def in_order(query):
    def order(one, other):
        for item, down in query["order"]:
            place = query["items"].index(item)
            a, b = one[place], other[place]
            if a is None or b is None:
                result = (a is None) - (b is None)
            else:
                result = -compare(a, b) if down else compare(a, b)
            if result:
                return result
        return 0

    return functools.cmp_to_key(order)


def select(tables, text):
    query = Parser(text).query()
    if query["table"] not in tables:
        raise KeyError(query["table"])
    test = test_of(query["where"]) if query["where"] else lambda row: True
    rows = [row for row in tables[query["table"]] if test(row)]
    if query["grouped"]:
        result = grouped_rows(query, rows)
    else:
        result = [[row.get(column) for _, column in query["items"]] for row in rows]
    if query["distinct"]:
        result = [list(row) for row in dict.fromkeys(map(tuple, result))]
    result.sort(key=in_order(query))
    return result[: len(result) if query["limit"] is None else query["limit"]]
