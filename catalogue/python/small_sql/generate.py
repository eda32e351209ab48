"""Tables with many ties and gaps, and queries of every clause beside every other, well formed and not."""

TEXTS = ["x", "y", "", "X", "ab", "it's", "10", "é", "zz"]
SIGNS = ["=", "<>", "<", "<=", ">", ">="]
WORDS = ["SELECT", "DISTINCT", "FROM", "WHERE", "GROUP", "ORDER", "BY", "LIMIT", "DESC", "AND", "OR", "NOT", "IS", "NULL", "COUNT", "SUM", "MIN", "MAX"]


def table(rng, least=0, most=7, few=3):
    """Rows of a (texts), n and m (numbers), where about every sixth value is missing."""
    rows = []
    for _ in range(rng.randint(least, most)):
        row = {"a": rng.choice(TEXTS[:few]), "n": rng.randint(0, few), "m": rng.randint(-9, 9), "mixed": rng.choice([1, 2, "1", "x", 10])}
        for name in list(row):
            if rng.random() < 0.16:
                row[name] = None
                if rng.random() < 0.3:
                    del row[name]
        rows.append(row)
    return rows


def only_used(rows, text):
    return [{name: value for name, value in row.items() if name in text} for row in rows]


def call(rng, rows, text):
    if rng.random() < 0.3:
        text = " ".join(word.lower() if word in WORDS and rng.random() < 0.7 else word for word in text.split(" "))
    return f"select({{'t': {only_used(rows, text)!r}}}, {text!r})"


def value(rng):
    return rng.choice([str(rng.randint(0, 3)), str(rng.randint(-9, 9)), "'x'", "'y'", "''", "'ab'", "'1'", "a", "n", "m", "mixed"])


def comparison(rng):
    kind = rng.random()
    if kind < 0.2:
        return rng.choice(["a", "n", "mixed", "missing", "5", "'x'"]) + rng.choice([" IS NULL", " IS NOT NULL"])
    if kind < 0.6:
        return f"{rng.choice(['n', 'm', 'mixed'])} {rng.choice(SIGNS)} {rng.randint(-3, 4)}"
    return f"{rng.choice(['a', 'n', 'm', 'mixed'])} {rng.choice(SIGNS)} {value(rng)}"


def condition(rng, depth):
    if depth == 0:
        return comparison(rng)
    kind = rng.random()
    if kind < 0.25:
        return f"({condition(rng, depth - 1)})"
    if kind < 0.45:
        return f"NOT {rng.choice([comparison(rng), '(' + condition(rng, depth - 1) + ')'])}"
    return f"{condition(rng, depth - 1)} {rng.choice(['AND', 'OR'])} {condition(rng, depth - 1)}"


def columns(rng):
    items = rng.sample(["a", "n", "m", "mixed", "missing"], rng.randint(1, 4))
    if rng.random() < 0.2:
        items.append(items[0])
    return call(rng, table(rng), f"SELECT {', '.join(items)} FROM t")


def one_comparison(rng):
    return call(rng, table(rng, 3, 7), f"SELECT n, a FROM t WHERE {comparison(rng)}")


def numbers_and_texts(rng):
    return call(rng, table(rng, 4, 8), f"SELECT mixed FROM t WHERE mixed {rng.choice(SIGNS)} {rng.choice(['1', '2', '5', chr(39) + '1' + chr(39), chr(39) + 'x' + chr(39), chr(39) * 2, 'n', 'a', 'mixed'])}")


def edges_of_comparisons(rng):
    edge = rng.randint(-2, 3)
    return f"select({{'t': [{{'n': n}} for n in range({edge - 2}, {edge + 3})]}}, 'SELECT n FROM t WHERE {rng.choice(['n {0} {1}', '{1} {0} n', 'NOT n {0} {1}', 'NOT {1} {0} n']).format(rng.choice(SIGNS), edge)}')"


def null_in_conditions(rng):
    part = rng.choice(["a = a", "a <> a", "NOT a = a", "a <> 'x'", "NOT a <> 'x'", "missing = missing", "NOT missing < 1", "a IS NULL", "NOT a IS NULL", "a IS NOT NULL", "NOT a IS NOT NULL", "missing IS NULL", "n >= 0 OR n IS NULL", "NOT (n > 1 OR a = 'x')", "NOT n > 1 AND NOT n <= 1", "1 IS NULL", "'' IS NOT NULL"])
    return call(rng, table(rng, 3, 7, 2), f"SELECT a, n FROM t WHERE {part}")


def conditions(rng):
    return call(rng, table(rng, 4, 8), f"SELECT n, m, a FROM t WHERE {condition(rng, rng.randint(1, 3))}")


def and_before_or(rng):
    parts = [rng.choice(["", "", "NOT "]) + f"n {rng.choice(SIGNS)} {rng.randint(0, 5)}" for _ in range(rng.randint(3, 4))]
    text = parts[0] + "".join(f" {rng.choice(['AND', 'OR'])} {part}" for part in parts[1:])
    return f"select({{'t': [{{'n': n}} for n in range(6)]}}, 'SELECT n FROM t WHERE {text}')"


def groups(rng):
    keys = rng.choice([["a"], ["a"], ["n"], ["a", "n"], ["mixed"], ["missing"]])
    items = [*rng.sample(keys, rng.randint(0, len(keys))), rng.choice(["COUNT(*)", "SUM(m)", "MIN(m)", "MAX(m)", "COUNT(m)", "COUNT(a)", "SUM(n)"])]
    rng.shuffle(items)
    return call(rng, table(rng, 3, 9), f"SELECT {', '.join(items)} FROM t GROUP BY {', '.join(keys)}")


def groups_that_come_again(rng):
    first, second = rng.choice([("x", "y"), (1, 2), ("1", 1), (None, 0), ("", None)])
    rows = [{"k": rng.choice([first, second]), "n": rng.randint(0, 9)} for _ in range(rng.randint(3, 8))]
    return call(rng, rows, f"SELECT k, {rng.choice(['SUM(n)', 'COUNT(*)', 'MAX(n)', 'MIN(n)'])} FROM t GROUP BY k")


def groups_without_functions(rng):
    keys = rng.sample(["a", "n", "mixed"], rng.randint(1, 2))
    return call(rng, table(rng, 3, 8, 2), f"SELECT {keys[-1]} FROM t GROUP BY {', '.join(keys)}{rng.choice(['', ' ORDER BY ' + keys[-1]])}")


def groups_of_some(rng):
    return call(rng, table(rng, 4, 9), f"SELECT a, {rng.choice(['COUNT(*)', 'SUM(n)', 'MAX(mixed)'])} FROM t WHERE {comparison(rng)} GROUP BY a{rng.choice(['', ' ORDER BY a DESC', ' LIMIT 1'])}")


def all_together(rng):
    items = rng.sample(["COUNT(*)", "COUNT(a)", "COUNT(n)", "SUM(n)", "SUM(m)", "MIN(m)", "MAX(m)", "MIN(a)", "MAX(a)", "MIN(mixed)", "MAX(mixed)", "SUM(missing)", "MAX(missing)"], rng.randint(1, 5))
    where = rng.choice(["", "", f" WHERE {comparison(rng)}", " WHERE 1 = 2"])
    return call(rng, table(rng, 0, 7), f"SELECT {', '.join(items)} FROM t{where}{rng.choice(['', '', ' LIMIT 0', ' LIMIT 1'])}")


def nothing_but_null(rng):
    rows = [rng.choice([{"n": None}, {}]) for _ in range(rng.randint(0, 3))]
    return call(rng, rows, rng.choice(["SELECT SUM(n) FROM t", "SELECT MIN(n), MAX(n), COUNT(n) FROM t", "SELECT COUNT(*) FROM t", "SELECT n FROM t ORDER BY n DESC", "SELECT DISTINCT n FROM t", "SELECT n, COUNT(n), COUNT(*) FROM t GROUP BY n", "SELECT n FROM t WHERE n = n", "SELECT n FROM t WHERE NOT n = n"]))


def sorted_rows(rng):
    items = rng.sample(["a", "n", "m", "mixed"], rng.randint(1, 3))
    keys = ", ".join(item + rng.choice(["", " DESC"]) for item in rng.sample(items, rng.randint(1, len(items))))
    return call(rng, table(rng, 3, 9), f"SELECT {', '.join(items)} FROM t ORDER BY {keys}")


def equals_stay_in_order(rng):
    return call(rng, [{"n": rng.randint(0, 1), "place": place} for place in range(rng.randint(3, 8))], f"SELECT place, n FROM t ORDER BY n{rng.choice(['', ' DESC'])}")


def sorted_groups(rng):
    function = rng.choice(["COUNT(*)", "SUM(n)", "MAX(m)", "COUNT(n)"])
    return call(rng, table(rng, 4, 9), f"SELECT a, {function} FROM t GROUP BY a ORDER BY {rng.choice([function, function + ' DESC', function + ' DESC, a', 'a, ' + function])}{rng.choice(['', ' LIMIT 2'])}")


def distinct_rows(rng):
    items = rng.choice(["a", "n", "a, n", "n, a", "mixed", "missing", "a, a"])
    return call(rng, table(rng, 3, 9, 2), f"SELECT DISTINCT {items} FROM t{rng.choice(['', '', ' ORDER BY ' + items.split(', ')[0] + ' DESC', ' WHERE n > 0'])}{rng.choice(['', ' LIMIT 2'])}")


def distinct_groups(rng):
    return call(rng, table(rng, 4, 9, 2), f"SELECT DISTINCT {rng.choice(['COUNT(*)', 'MIN(n)', 'SUM(n)'])} FROM t GROUP BY {rng.choice(['a', 'mixed', 'a, n'])}")


def limits(rng):
    rows = table(rng, 0, 5)
    return call(rng, rows, f"SELECT n FROM t{rng.choice(['', ' ORDER BY n'])} LIMIT {rng.choice([0, 1, len(rows), len(rows) + 1, max(0, len(rows) - 1), '007', 10**9])}")


def texts_in_queries(rng):
    text = rng.choice(["", "'", "it's", "''", "a b", "SELECT", "é", ",", "x", "--", "(", "5", "\\", "\""])
    return f"select({{'t': [{{'a': text}} for text in {rng.sample(TEXTS, 3) + [text]!r}]}}, {'SELECT a FROM t WHERE a ' + rng.choice(SIGNS) + ' ' + chr(39) + text.replace(chr(39), chr(39) * 2) + chr(39)!r})"


def spaces_and_cases(rng):
    gap = lambda: " " * rng.choice([0, 0, 1, 2])
    word = lambda text: rng.choice([text, text.lower(), text.capitalize()])
    return call(rng, table(rng, 2, 5), f"{gap()}{word('SELECT')} {gap()}a{gap()},{word('MAX')}{gap()}({gap()}n{gap()}){gap()},{word('COUNT')}{gap()}({gap()}*{gap()})  {word('FROM')} t {word('WHERE')}{gap()}({gap()}n{gap()}>={gap()}-1{gap()}){gap()}{word('GROUP')}  {word('BY')} a {word('ORDER')} {word('BY')} {word('MAX')}(n){gap()} {word('DESC')}{gap()}")


def names_like_keywords(rng):
    """Names are what they are, in capitals or not; keywords in other words are no keywords."""
    name = rng.choice(["selected", "from_", "_where", "Min2", "A", "Ordered", "A1", "desc_", "Nulls", "isnull", "T"])
    other = name.swapcase()
    query = rng.choice([f"SELECT {name} FROM t WHERE {name} > 3", f"SELECT {other} FROM t", f"SELECT {name}, {other} FROM t ORDER BY {other}", f"SELECT COUNT({other}), SUM({name}) FROM t", f"SELECT {name} FROM T", f"SELECT {other} FROM t GROUP BY {other}", f"SELECT {name} FROM t WHERE {name} <> {other}", f"SELECT {other} FROM t GROUP BY {name}", f"SELECT {name} FROM t ORDER BY {other}"])
    return f"select({{'t': [{{{name!r}: {rng.randint(0, 9)}, 'a': 5}}, {{{name!r}: 4, {other!r}: 8}}], 'T': [{{{name!r}: 77}}]}}, {query!r})"


def not_grouped(rng):
    return call(rng, table(rng, 0, 4), rng.choice(["SELECT a, COUNT(*) FROM t", "SELECT n FROM t GROUP BY a", "SELECT a, n, SUM(m) FROM t GROUP BY a", "SELECT MAX(a), a FROM t", "SELECT a FROM t GROUP BY a, n", "SELECT n, a FROM t GROUP BY a, n", "SELECT a, SUM(n) FROM t GROUP BY n", "SELECT SUM(n), MIN(a) FROM t", "SELECT COUNT(a) FROM t GROUP BY m"]))


def keys_not_selected(rng):
    return call(rng, table(rng, 0, 4), rng.choice(["SELECT a FROM t ORDER BY n", "SELECT a FROM t ORDER BY a, n", "SELECT a, n FROM t ORDER BY n DESC, m", "SELECT COUNT(*) FROM t ORDER BY COUNT(a)", "SELECT SUM(n) FROM t ORDER BY n", "SELECT a FROM t GROUP BY a ORDER BY COUNT(*)", "SELECT a FROM t GROUP BY a, n ORDER BY n", "SELECT a FROM t ORDER BY missing DESC", "SELECT MAX(n) FROM t ORDER BY max(n)", "SELECT MIN(n) FROM t ORDER BY MAX(n)", "SELECT MIN(n) FROM t ORDER BY MIN(m)", "SELECT DISTINCT a FROM t ORDER BY m", "SELECT a FROM t ORDER BY A"]))


def malformed(rng):
    return call(rng, table(rng, 0, 2), rng.choice([
        "", " ", "SELECT", "SELECT FROM t", "SELECT a", "SELECT a FROM", "SELECT a, FROM t", "SELECT , a FROM t", "SELECT a b FROM t", "SELECT * FROM t", "a FROM t", "SELECT a FROM t, t", "SELECT a FROM t t", "SELECT a FROM 't'", "SELECT 'a' FROM t", "SELECT 5 FROM t",
        "SELECT a FROM t WHERE", "SELECT a FROM t WHERE a", "SELECT a FROM t WHERE a =", "SELECT a FROM t WHERE = 1", "SELECT a FROM t WHERE a == 1", "SELECT a FROM t WHERE a != 1", "SELECT a FROM t WHERE a = 1 AND", "SELECT a FROM t WHERE OR a = 1", "SELECT a FROM t WHERE (a = 1", "SELECT a FROM t WHERE a = 1)", "SELECT a FROM t WHERE a = NULL",
        "SELECT a FROM t WHERE a IS 1", "SELECT a FROM t WHERE a IS NOT", "SELECT a FROM t WHERE a NOT NULL", "SELECT a FROM t WHERE NOT", "SELECT a FROM t WHERE a < 1 < 2", "SELECT a FROM t WHERE (a) = 1", "SELECT a FROM t WHERE COUNT(*) > 1", "SELECT a FROM t WHERE a = 'x", "SELECT a FROM t WHERE a = 'x'y'", "SELECT a FROM t WHERE a = - 1", "SELECT a FROM t WHERE a = 1.5", "SELECT a FROM t WHERE a = \"x\"", "SELECT a FROM t WHERE ()",
        "SELECT a FROM t GROUP a", "SELECT a FROM t GROUP BY", "SELECT COUNT(*) FROM t GROUP BY COUNT(*)", "SELECT a FROM t ORDER a", "SELECT a FROM t ORDER BY", "SELECT a FROM t ORDER BY a ASC", "SELECT a FROM t ORDER BY DESC a", "SELECT a FROM t ORDER BY 1", "SELECT a FROM t ORDER BY a,", "SELECT a FROM t LIMIT", "SELECT a FROM t LIMIT -1", "SELECT a FROM t LIMIT 'x'", "SELECT a FROM t LIMIT a", "SELECT a FROM t LIMIT 1 2",
        "SELECT a FROM t LIMIT 1 ORDER BY a", "SELECT a FROM t ORDER BY a GROUP BY a", "SELECT a FROM t ORDER BY a WHERE a = 1", "SELECT a FROM t;", "SELECT COUNT() FROM t", "SELECT COUNT * FROM t", "SELECT COUNT(a, n) FROM t", "SELECT SUM(*) FROM t", "SELECT MIN(a FROM t", "SELECT COUNT FROM t", "SELECT SUM(SUM(n)) FROM t", "SELECT SUM(5) FROM t", "SELECT COUNT(DISTINCT a) FROM t", "SELECT a DISTINCT FROM t", "SELECT DISTINCT DISTINCT a FROM t", "SELECT AVG(a) FROM t", "SELECT é FROM t", "SELECT t.a FROM t", "SELECT a FROM order", "SELECT limit FROM t", "SELECTa FROM t", "SELECT a FROM t WHERE a = 1 OR OR a = 2", "SELECT a FROM t WHERE a IN (1)", "SELECT a FROM t\tWHERE a = 1", "SELECT a FROM t WHERE n = +1",
    ]))


def unknown_tables(rng):
    return f"select({rng.choice([{}, {'t': []}, {'t': [{'a': 1}]}])!r}, {rng.choice(['SELECT a FROM {0}', 'SELECT COUNT(*) FROM {0}', 'SELECT a, COUNT(*) FROM {0}', 'SELECT a FROM {0} LIMIT 0', 'SELECT a FROM {0} WHERE', 'SELECT a FROM {0} ORDER BY b']).format(rng.choice(['u', 'T', 'tt', 't_', 't']))!r})"


def sums_of_texts(rng):
    rows = [{"n": rng.choice([1, 2, 5, None, *rng.choice([["x"], [], [""]])]), "k": rng.randint(0, 1)} for _ in range(rng.randint(1, 5))]
    return call(rng, rows, rng.choice(["SELECT SUM(n) FROM t", "SELECT k, SUM(n) FROM t GROUP BY k", "SELECT SUM(n) FROM t WHERE n < 100", "SELECT SUM(n) FROM t WHERE k = 0", "SELECT MIN(n), MAX(n) FROM t"]))


def huge_numbers(rng):
    edge = rng.choice([2**31, 2**53, 10**18, 10**30])
    return f"select({{'t': [{{'n': {edge} + d}} for d in (0, 1, -1, 0)]}}, 'SELECT {rng.choice(['n', 'DISTINCT n', 'SUM(n)', 'MAX(n), MIN(n)'])} FROM t WHERE n {rng.choice(SIGNS)} {edge}')"


def long_tables(rng):
    count, groups = rng.randint(150, 300), rng.randint(2, 9)
    return f"select({{'t': [{{'k': n * 7 % {groups}, 'n': n * {rng.choice([3, 11, 17])} % 101}} for n in range({count})]}}, {rng.choice(['SELECT k, COUNT(*) FROM t GROUP BY k', 'SELECT k, MAX(n), SUM(n) FROM t GROUP BY k ORDER BY SUM(n) DESC', 'SELECT n, k FROM t ORDER BY n DESC, k LIMIT 4', 'SELECT DISTINCT k FROM t', 'SELECT COUNT(*) FROM t WHERE n < 50 AND NOT k = 1', 'SELECT n FROM t WHERE k = 0 LIMIT 3'])!r})"


def deep_conditions(rng):
    depth = rng.randint(5, 25)
    opening = rng.choice(["(", "NOT ", "NOT (", "(n = 1 OR ", "(n < 9 AND "])
    closing = ")" if "(" in opening else ""
    return f"select({{'t': [{{'n': n}} for n in range(4)]}}, 'SELECT n FROM t WHERE ' + {opening!r} * {depth} + 'n > 1' + {closing!r} * {rng.choice([depth, depth, depth, depth - 1])})"


def tables_unchanged(rng):
    rows = table(rng, 2, 4)
    return f"tables = {{'t': {rows!r}}}\n[select(tables, text) for text in {rng.sample(['SELECT n FROM t ORDER BY n DESC', 'SELECT a, COUNT(*) FROM t GROUP BY a', 'SELECT DISTINCT missing FROM t', 'SELECT m FROM t WHERE n > 0', 'SELECT MAX(m) FROM t'], 2)!r}] + [tables]"


PLAIN_ROWS = [{"a": 2, "b": "x", "c": None}, {"a": 1, "b": "y"}, {"a": 2, "b": None, "c": 5}, {"a": None, "b": "x", "c": 0}]


def plain(text):
    return f"select({{'t': {PLAIN_ROWS!r}}}, {text!r})"


def keywords_for_names(rng):
    """Keywords are no names, wherever a name stands; what only begins like one is a name."""
    word = rng.choice(["select", "from", "null", "is", "not", "desc", "limit", "by", "order", "where", "and", "Group", "distinct", "or", "min", "Count", "SUM", "max", "mins", "counts", "nulls", "asc", "sum_"])
    return plain(rng.choice(["SELECT {0} FROM t", "SELECT a, {0} FROM t", "SELECT a FROM {0}", "SELECT a FROM t WHERE {0} = 1", "SELECT a FROM t WHERE 1 = {0}", "SELECT a FROM t GROUP BY {0}", "SELECT a FROM t ORDER BY {0}", "SELECT COUNT({0}) FROM t", "SELECT {0} FROM t ORDER BY {0}"]).format(word))


def other_whitespace(rng):
    """Only spaces separate, whatever else stands beside them or in their place."""
    space = rng.choice(["\t", "\n", "\r", "\u00a0", "\t", "\v", "\n", " \t", "\n ", "  "])
    pieces = rng.choice(["SELECT a FROM t", "SELECT a, b FROM t WHERE a = 2", "SELECT COUNT( * ) FROM t", "SELECT a FROM t ORDER BY a DESC", "SELECT a FROM t LIMIT 2"]).split(" ")
    place = rng.randrange(-1, len(pieces))
    return plain((space if place < 0 else "") + "".join(piece + (space if at == place else " ") for at, piece in enumerate(pieces)).rstrip(" "))


def unknown_table_in_a_wrong_query(rng):
    """What is malformed raises ValueError, wherever that is, and whether or not there is the table."""
    rest = rng.choice([" WHERE", " WHERE a", " LIMIT", " LIMIT -1", " ORDER BY b", " GROUP a", " GROUP BY b", " x", " WHERE a == 1", " LIMIT 'x'", " LIMIT 1 2", " WHERE a = 1 AND", " WHERE (a = 1", " ORDER BY", " GROUP BY a,", " WHERE a = 'x", "", " WHERE a = 1"])
    return plain(f"SELECT {rng.choice(['a', 'a', 'a, a'])} FROM {rng.choice(['u', 'T', 'tt', 'tables', 'a', 'x', 'u', 't_', 't'])}{rest}")


def how_strong_words_are(rng):
    """Every mixture of what can hold, so that any other reading of NOT, AND and OR finds other rows."""
    tests = [rng.choice(["{0} = 1", "{0} = 1", "{0} <> 0", "{0} > 0", "1 <= {0}"]).format(name) for name in rng.sample("xyzw", rng.choice([3, 4]))]
    words = rng.choice([["OR", "AND", "OR"], ["OR", "AND", "AND"], ["OR", "AND", "OR"], ["AND", "OR", "AND"]])[: len(tests) - 1]
    tests = [rng.choice(["", "", "NOT ", "NOT NOT "]) + test for test in tests]
    text = tests[0] + "".join(f" {word} {test}" for word, test in zip(words, tests[1:]))
    return f"select({{'t': [dict(zip('xyzw', (n % 2, n // 2 % 2, n // 4 % 2, n // 8))) for n in range(16)]}}, 'SELECT x, y, z, w FROM t WHERE {text}')"


def limits_after_sorting(rng):
    """What is least or greatest stands anywhere, and the limit leaves some rows out."""
    values = [*rng.sample(range(-9, 99), rng.randint(3, 8)), *rng.choice([[], [None], ["x"], [None, "", "y"]])]
    rng.shuffle(values)
    count, down = rng.randint(1, len(values) // 2 + 1), rng.choice(["", " DESC"])
    text = rng.choice([f"SELECT n FROM t ORDER BY n{down} LIMIT {count}", f"SELECT DISTINCT n FROM t ORDER BY n{down} LIMIT {count}", f"SELECT n, COUNT(*) FROM t GROUP BY n ORDER BY n{down} LIMIT {count}", f"SELECT n FROM t WHERE n <> 5 ORDER BY n{down} LIMIT {count}"])
    return f"select({{'t': [{{'n': n}} for n in {values!r}]}}, {text!r})"


def functions_for_names(rng):
    """COUNT, SUM, MIN and MAX are keywords where no bracket follows, too, even if there is such a column."""
    word = rng.choice(["min", "MAX", "count", "Sum", "max", "MIN", "Count", "sum"])
    query = rng.choice(["SELECT {0} FROM t", "SELECT a, {0} FROM t", "SELECT {0}, a FROM t", "SELECT {0} FROM t ORDER BY {0}", "SELECT {0}, a FROM t ORDER BY {0} DESC", "SELECT {0}, {0} FROM t", "SELECT DISTINCT {0} FROM t LIMIT 1", "SELECT {0} FROM t WHERE a = 1"]).format(word)
    return f"select({{'t': [{{'a': 1, {word.lower()!r}: 2}}, {{{word!r}: 1}}]}}, {query!r})"


def not_of_what_is_missing(rng):
    """Every mixture of 0, 1 and NULL."""
    part = rng.choice(["x = {0}", "x <> {0}", "{0} < x", "x >= {0}", "x = y", "x < y", "y <> x", "x <= y"]).format(rng.randint(0, 1))
    text = rng.choice(["NOT {0}", "NOT ({0})", "NOT {0} AND y = 1", "NOT {0} OR y = 1", "NOT ({0} OR y = 1)", "NOT (NOT {0})", "y IS NULL AND NOT {0}"]).format(part)
    return f"select({{'t': [{{'x': x, 'y': y}} for x in (0, 1, None) for y in (1, None, 0)]}}, 'SELECT x, y FROM t WHERE {text}')"


def numbers_and_their_texts(rng):
    """Each number stands beside the text of its digits, which is another value and greater than every number."""
    first, second = rng.sample([0, 1, 2, 5, 10, 33], 2)
    values = [first, str(first), second, str(second), first, str(second)]
    rng.shuffle(values)
    value = rng.choice(["{0}", "'{0}'"]).format(first)
    text = rng.choice([f"SELECT v FROM t WHERE v {rng.choice(SIGNS)} {value}", "SELECT DISTINCT v FROM t", "SELECT v, COUNT(*) FROM t GROUP BY v", "SELECT v FROM t ORDER BY v", "SELECT v FROM t ORDER BY v DESC", "SELECT MIN(v), MAX(v) FROM t", f"SELECT COUNT(*) FROM t WHERE NOT v = {value}"])
    return f"select({{'t': [{{'v': v}} for v in {values!r}]}}, {text!r})"


def functions_of_gaps(rng):
    """Some groups have gaps, some nothing else."""
    rows = [{"k": k, "v": rng.choice([None, rng.randint(-5, 5)]) if k else None} for k in (0, 1, 2, 0, 1, 2, 1)]
    rng.shuffle(rows)
    return call(rng, rows, f"SELECT k, COUNT(v), {rng.choice(['SUM(v)', 'MIN(v)', 'MAX(v)', 'COUNT(*)'])} FROM t{rng.choice(['', '', ' WHERE k = 0', ' WHERE k < 2'])} GROUP BY k{rng.choice(['', ' ORDER BY COUNT(v) DESC'])}")


STRATA = [
    columns, one_comparison, numbers_and_texts, edges_of_comparisons, null_in_conditions, conditions, and_before_or, groups,
    groups_that_come_again, groups_without_functions, groups_of_some, all_together, nothing_but_null, sorted_rows,
    equals_stay_in_order, sorted_groups, distinct_rows, distinct_groups, limits, texts_in_queries, spaces_and_cases,
    names_like_keywords, not_grouped, keys_not_selected, malformed, unknown_tables, sums_of_texts, huge_numbers, long_tables,
    deep_conditions, tables_unchanged,
    keywords_for_names, functions_for_names, other_whitespace, unknown_table_in_a_wrong_query, how_strong_words_are, limits_after_sorting,
    not_of_what_is_missing, numbers_and_their_texts, functions_of_gaps,
]
