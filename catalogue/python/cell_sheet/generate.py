"""Sheets with every kind of content, formula, error and circle; what copies and new rows do to references."""

RUN = (
    "sheet, out = Sheet(), []\n"
    "for name, *given in {steps!r}:\n"
    "    try: out.append(getattr(sheet, name)(*given))\n"
    "    except ValueError: out.append('ValueError')\n"
)
BASE = [("A1", "3"), ("A2", "-4"), ("B1", "x"), ("B2", "7"), ("C1", "0"), ("A3", "12")]
ATOMS = ["A1", "A2", "B2", "C1", "A3", "D9", "$A$1", "B$2", "5", "0", "12", "1"]


def cells(pairs):
    return [("set", name, text) for name, text in pairs]


def history(steps, names):
    return RUN.format(steps=steps) + f"[out, [[sheet.get(name), sheet.text(name)] for name in {names!r}]]"


def formulas(texts, base=BASE):
    names = [f"H{row}" for row in range(1, len(texts) + 1)]
    return RUN.format(steps=cells([*base, *zip(names, texts)])) + f"[out[{len(base)}:], [sheet.get(name) for name in {names!r}]]"


def expression(rng, depth):
    if depth == 0 or rng.random() < 0.15:
        return rng.choice(ATOMS)
    one, two = expression(rng, depth - 1), expression(rng, depth - 1)
    gap = rng.choice(["", "", "", " "])
    return rng.choice([f"{one}{gap}{sign}{gap}{two}" for sign in "+-*/"] + [f"({one}{gap}{rng.choice('+-<=>')}{two})", f"-{one}", f"IF({one},{gap}{two}, {one})", f"MAX({one}, {two})", f"SUM({gap}{one})"])


def contents(rng):
    texts = rng.sample(["", "0", "-0", "007", "-12", "12", "+5", "1.5", "--1", "-", " 7", "7 ", "x", "X y", "1e3", "#DIV", "#REF", "#CYCLE", "'=1", " =1", "None", "True", "é", "٣", "1_0", "10" * 12, "A1", "\n", "1-", "- 1"], 6)
    return history(cells((f"A{row}", text) for row, text in enumerate(texts, 1)), [f"A{row}" for row in range(1, 7)])


def never_set(rng):
    return f"sheet = Sheet()\n[sheet.get({(name := rng.choice(['A1', 'Z99', 'M50', 'B7']))!r}), sheet.text({name!r}), sheet.set({name!r}, ''), sheet.copy('A1', {name!r}), sheet.insert_row({rng.randint(1, 99)})]"


def emptied(rng):
    name = rng.choice(["A1", "A2", "B1"])
    return history([*cells([("A1", "2"), ("A2", "=A1+1"), ("B1", "=A2*A1"), (name, rng.choice(["", "0", "x"])), (name, ""), (name, "8")])], ["A1", "A2", "B1"])


def bad_names(rng):
    bad = rng.choice(["", "A", "1", "a1", "A0", "A01", "A100", "AA1", "1A", "A1 ", " A1", "$A1", "A-1", "A1:B2", "A٣", "Á1", "A1\n", "Z99"])
    return history([("set", bad, "1"), ("get", bad), ("text", bad), ("copy", bad, "A1"), ("copy", "A1", bad), ("set", "A1", "=" + bad)], ["A1"])


def edges_of_the_table(rng):
    return history(cells([("Z99", "5"), ("A99", "=Z99+1"), ("Z1", "=A99"), ("A1", f"=SUM({rng.choice(['A1:Z99', 'B1:Z99', 'Z98:Z99', 'Z99:B2', 'A99:Z99'])})")]), ["A1", "Z99", "A99", "Z1"])


def arithmetic(rng):
    return formulas(["=" + expression(rng, rng.randint(1, 3)) for _ in range(3)])


def chains_of_one_sign(rng):
    signs = rng.choice(["-", "/", "+-", "*/", "+-*/"])
    return formulas(["=" + str(rng.randint(20, 99)) + "".join(rng.choice(signs) + str(rng.randint(1, 9)) for _ in range(rng.randint(2, 4))) for _ in range(3)])


def divisions(rng):
    return formulas([f"={rng.choice(['', '-', '--'])}{rng.randint(0, 30)}/{rng.choice(['', '-'])}{rng.randint(1, 7)}" for _ in range(4)] + [f"={rng.choice(['0', 'A1', 'B1', 'D9', '-C1'])}/{rng.choice(['0', 'C1', 'D9', '(1-1)', 'B1'])}"])


def minus_signs(rng):
    return formulas(rng.sample(["=-5", "=--5", "=---5", "=2--3", "=2---3", "=2*-3", "=-2*-3", "=-(2+3)", "=- 5", "=-A2", "=--A2", "=-B1", "=2+-A1*3", "=-D9", "=-7/2", "=-(7/2)", "=4/-3", "=-SUM(A1:A3)", "=- - 1", "=1<-1"], 5))


def comparisons(rng):
    operands = ["A1", "A2", "B1", "B2", "C1", "D9", "0", "3", "7", "E1", "E2"]
    return formulas([f"={rng.choice(operands)}{rng.choice('<=>')}{rng.choice(operands)}" for _ in range(5)], [*BASE, ("E1", "w"), ("E2", "x")])


def comparisons_are_weakest(rng):
    return formulas(rng.sample(["=1+1=2", "=2*3>5+1", "=(1<2)+1", "=1<(2>1)", "=2=1+1*1", "=(3>2)=(2>1)", "=(1=1)*5", "=-1<0", "=IF(1<2, 1=1, 0)", "=5-(4>3)", "=1<2<3", "=1=1=1", "=(1<2)<3", "=SUM(1<2, 2<1)", "=0>-A1"], 5))


def branches(rng):
    condition = rng.choice(["0", "1", "-1", "A1", "C1", "D9", "A1>2", "A1<C1", "B1", "1/0", "2", "#REF", "IF(0,0,1)", "A1-3"])
    parts = [rng.choice(["1", "A1", "B1", "1/0", "D9", "#REF", "A2*2", "IF(C1, 5, 6)"]) for _ in range(2)]
    return formulas([f"=IF({condition}, {parts[0]}, {parts[1]})", f"=IF({condition},{parts[1]},{parts[0]})+1"])


def functions(rng):
    name = rng.choice(["SUM", "MIN", "MAX", "COUNT"])
    parts = [rng.choice(["A1:B2", "A1:A3", "B1:B1", "C1:D9", "5", "A2", "D9", "-3", "A1*2", "B2:A1", "$A$1:B$3", "(A1)", "E5:F6", "A1 : A2"]) for _ in range(rng.randint(1, 3))]
    return formulas([f"={other}({', '.join(parts)})" for other in {name: 1, "COUNT": 1, rng.choice(["SUM", "MIN", "MAX"]): 1}])


def functions_of_nothing(rng):
    place = rng.choice(["D1:E2", "B1:B1", "D9", "D9, E9", "D1:D3, B1:B1", "E1:E9, -3"])
    return formulas([f"={name}({place})" for name in ("SUM", "MIN", "MAX", "COUNT")])


def texts_in_functions(rng):
    part = rng.choice(["B1", "A1, B1", "B1, 1/0", "1/0, B1", "B1:B2", "A1:B2, B1", "IF(1, B1, 2)", "B1=B1", "(B1)"])
    return formulas([f"={name}({part})" for name in rng.sample(["SUM", "MIN", "MAX", "COUNT"], 3)])


def corners(rng):
    pairs = [(f"{column}{row}", str(rng.randint(-9, 99))) for column in "BCD" for row in (2, 3, 4)]
    ends = [rng.choice("BCDA") + rng.choice("2341") for _ in range(2)]
    return formulas([f"={name}({ends[0]}:{ends[1]})" for name in ("SUM", "MAX", "COUNT")], pairs)


def errors(rng):
    base = [("A1", "=1/0"), ("A2", "=B9+#REF"), ("B1", "x"), ("A3", "=B1*2"), ("B2", "4"), ("C1", "#DIV"), ("B3", "=A1")]
    operands = ["A1", "A2", "A3", "B1", "B2", "C1", "5", "B3", "1/0", "#REF", "-B1", "D9"]
    return formulas([f"={rng.choice(operands)}{rng.choice('+-*/<=>')}{rng.choice(operands)}" for _ in range(4)] + [f"={rng.choice(operands)}"], base)


def errors_in_ranges(rng):
    pairs = [(f"{column}{row}", rng.choice(["1", "x", "=1/0", "=#REF", "=B9*1", "#DIV", "=E9*E8", "2", "=E9"])) for column in "AB" for row in (1, 2, 3)]
    return formulas([f"={rng.choice(['SUM', 'COUNT', 'MIN', 'MAX'])}({rng.choice(['A1:B3', 'A1:A3', 'B3:A1', 'B1:B2', 'A2:B3', 'B1:A2, 1/0', '#REF:A1', 'A1:#REF', '#REF:#REF'])})" for _ in range(3)], [("E9", "t"), *pairs])


def circles(rng):
    names = ["A1", "B1", "C1", "A2", "B2"]
    pairs = [(name, rng.choice(["={0}+1", "={0}", "=IF(1, 2, {0})", "=SUM({0}:{0})", "=MAX({1}, {0})", "4", "=1/0+{0}", "=COUNT(A1:B1)"]).format(*rng.sample(names, 2))) for name in rng.sample(names, 5)]
    return history([*cells(pairs), ("set", rng.choice(names), rng.choice(["1", "", "=C1", "=2"]))], names)


def broken_circles(rng):
    names = [f"{column}1" for column in "ABCDE"[: rng.randint(2, 5)]]
    pairs = [(name, f"={names[place - 1]}+1") for place, name in enumerate(names)]
    rng.shuffle(pairs)
    return history([*cells([("F1", f"={rng.choice(names)}*2"), *pairs]), ("set", rng.choice(names), rng.choice(["5", "", "x"]))], [*names, "F1"])


def cells_that_refer_to_themselves(rng):
    return history(cells([("B2", rng.choice(["=B2", "=B2+1", "=SUM(A1:C3)", "=IF(0, B2, 1)", "=COUNT(B1:B2)", "=$B$2", "=SUM(A1:B1)", "=MIN(C2:C3)", "=MAX(C1:A3)"])), ("A1", "=B2"), ("C3", "=D4"), ("B2", rng.choice(["1", "=C3", "=A1"]))]), ["A1", "B2", "C3"])


def what_changes(rng):
    names = ["A1", "B1", "A2", "B2", "C1", "C2"]
    steps = cells([("B1", "=A1/2"), ("A2", "=B1>1"), ("B2", "=A2+A1"), ("C1", "=SUM(A1:B1)"), ("C2", "=IF(A2, B1, 0)")])
    steps += cells([("A1", rng.choice(["0", "1", "2", "3", "", "x", "5", "4"])) for _ in range(rng.randint(2, 5))])
    return history(steps, names)


def order_of_changes(rng):
    names = rng.sample(["A1", "B1", "Z1", "A2", "C2", "A10", "B10", "A9", "Z9"], 5)
    return history([*cells((name, f"=M50*{place}+{place}") for place, name in enumerate(names, 1)), ("set", "M50", rng.choice(["2", "0", "-1", "x"])), ("set", "M50", "")], names)


def same_values(rng):
    return history(cells([("A1", "4"), ("B1", "=A1"), ("A1", rng.choice(["=4", "=2+2", "4", "04", "=B9+4", "=A2+4", "=8/2"])), ("A1", rng.choice(["=5", "x", "", "4"])), ("A2", rng.choice(["", "0", "=0"]))]), ["A1", "B1", "A2"])


REFERENCES = ["B2", "$B2", "B$2", "$B$2", "A1", "Y98", "Z99", "$Z1", "C3", "A$1", "#REF"]


def copies(rng):
    source, target = "C3", f"{rng.choice('ABCDEZ')}{rng.choice([1, 2, 3, 4, 5, 99])}"
    text = "=" + rng.choice(["+", " + ", "*", "-"]).join(rng.sample(REFERENCES[:-1], rng.randint(1, 3))).replace("Z1", "Z4") + rng.choice(["", " ", "+0", "*(1)"])
    return history([*cells([("B2", "5"), ("A1", "2"), ("C3", text.replace("C3", "C2"))]), ("copy", source, target)], [source, target])


def copies_of_ranges(rng):
    text = rng.choice(["=SUM(A1:B2)", "=SUM($A$1:B2)", "=COUNT(A1:A$2, B1)", "= MAX( A1 : B2 )", "=IF(A1>1, B2, $B1)", "=MIN(A$1:$B2)-A1"])
    return history([*cells([("A1", "1"), ("B1", "5"), ("A2", "9"), ("B2", "-2"), ("C3", text)]), ("copy", "C3", rng.choice(["D4", "C4", "D3", "B3", "C2", "E5", "A1"])), ("copy", "C3", "C5")], ["C3", "D4", "C4", "C5", "B3", "C2", "A1"])


def copies_of_others(rng):
    text = rng.choice(["7", "x", "A1", "", "A1+B1", "$A$1", "=7", "=#REF", "=-A2"])
    return history([*cells([("A2", text), ("D5", "9"), ("E1", "=D5")]), ("copy", "A2", "D5"), ("copy", "A2", "A2"), ("copy", "D5", "A1")], ["A2", "D5", "A1", "E1"])


def copies_of_copies(rng):
    steps = [*cells([("A1", "1"), ("A2", "=A1*2")])] + [("copy", f"A{row}", f"A{row + 1}") for row in range(2, rng.randint(4, 9))]
    return history([*steps, ("copy", "A3", "B3"), ("set", "A1", str(rng.randint(-5, 9)))], ["A3", "A4", "B3"])


def edges_of_copies(rng):
    step = rng.choice([("copy", "B2", "A1"), ("copy", "B2", "A2"), ("copy", "B2", "B1"), ("copy", "Y98", "Z99"), ("copy", "Y98", "Y99"), ("copy", "Y98", "Z98")])
    text = rng.choice(["=A1", "=B1+A2", "=$A1", "=A$1"]) if step[1] == "B2" else rng.choice(["=Z99", "=Y99", "=Z98", "=$Z$99", "=X1+Y99"])
    return history([*cells([(step[1], text)]), step], [step[1], step[2]])


def inserted_rows(rng):
    steps = cells([("A1", "1"), ("A2", "2"), ("A3", "3"), ("B1", rng.choice(["=A2", "=A3+A1", "=SUM(A1:A3)", "=$A$2*A$3", "=SUM(A2:A2)"])), ("B3", rng.choice(["=A1", "=B1", "=A3-A2", "x", "A2"]))])
    return history([*steps, ("insert_row", rng.randint(1, 4)), ("set", "A2", "10"), ("set", "A3", "20")], [f"{column}{row}" for row in range(1, 5) for column in "AB"])


def several_inserted_rows(rng):
    steps = cells([("A1", "5"), ("A2", "=A1+1"), ("B5", "=SUM(A1:A2)"), ("C1", "=B5")])
    return history([*steps, *(("insert_row", rng.randint(1, 5)) for _ in range(rng.randint(2, 4)))], [f"{column}{row}" for column in "AB" for row in range(1, 9)] + ["C1", "C2", "C3"])


def edges_of_rows(rng):
    row = rng.choice([0, 1, 98, 99, 100, -1])
    steps = cells([("A97", "1"), ("B1", rng.choice(["=A98", "=A97", "=A99", "=SUM(A97:A99)", "=$A$99+1", "=SUM(A1:A98)"])), *rng.choice([[], [("C98", "2")], [("C99", "=1")], [("C99", "x"), ("C99", "")]])])
    return history([*steps, ("insert_row", row), ("insert_row", rng.choice([1, 97, 99]))], ["A97", "A98", "A99", "B1", "B2", "C98", "C99", "C97"])


def rows_and_values(rng):
    """What moves to a cell that had the same value before is not told."""
    value = rng.choice(["1", "x"])
    return history([*cells([("A1", value), ("A2", value), ("A3", rng.choice([value, "2", ""])), ("B2", "=A2"), ("B3", "=A3")]), ("insert_row", rng.randint(1, 3))], ["A1", "A2", "A3", "A4", "B3", "B4"])


def malformed(rng):
    bad = rng.choice([
        "=", "= ", "=+", "=1+", "=+1", "=*2", "=1 2", "=A1 B1", "=(1", "=1)", "=()", "=1<2<3", "=1==2", "=1<=2", "=1<>2", "=a1", "=A0", "=A100", "=A01", "=AA1", "=1.5", "=x", "='x'", '="x"', "=SUM", "=SUM()", "=SUM(", "=SUM(A1", "=SUM(A1,)", "=SUM(,A1)", "=SUM(A1 A2)", "=sum(A1)",
        "=AVG(A1)", "=IF(1,2)", "=IF(1)", "=IF(1,2,3,4)", "=IF(A1:A2,1,2)", "=IF()", "=A1:A2", "=(A1:A2)", "=SUM(A1:)", "=SUM(A1:5)", "=SUM(A1:A2:A3)", "=SUM((A1:A2))", "=SUM(A1:A2+1)", "=-", "=1-", "=$$A1", "=A$", "=$1", "=A1$", "=A 1", "=$ A1", "=#DIV", "=#REF!", "=#ref", "=# REF", "=A1A2", "=1A", "=é", "=1\t+1", "=1;2", "=2^3", "=2%", "=A1(1)", "=SUM (", "=1,2", "=A1+-", "=SUM(1)(2)", "=S UM(1)", "==1", "=MAX(A1:B)", "=IF(1,,2)",
    ])
    return history([*cells([("A1", "3"), ("B1", "=A1+1"), (rng.choice(["A1", "B1", "C1"]), bad), ("A1", "5")])], ["A1", "B1", "C1"])


def spaces(rng):
    gap = lambda: " " * rng.choice([0, 0, 1, 2])
    return formulas([f"={gap()}SUM{gap()}({gap()}A1{gap()}:{gap()}B2{gap()},{gap()}-{gap()}5{gap()}){gap()}*{gap()}({gap()}A1{gap()}>{gap()}2{gap()}){gap()}", f"={gap()}IF{gap()}({gap()}C1{gap()},{gap()}1{gap()},{gap()}$A$1{gap()}){gap()}"])


def huge_numbers(rng):
    edge = rng.choice([2**31, 2**53, 10**18])
    return formulas([f"=A1*A1{rng.choice('+-')}1", "=A1/3", "=A1=A2", "=A2-A1"], [("A1", str(edge)), ("A2", str(edge + rng.choice([0, 1, -1])))])


def long_chains(rng):
    count = rng.randint(10, 25)
    return f"sheet = Sheet()\nfor row in range(2, {count}):\n    sheet.set('A' + str(row), '=A' + str(row - 1) + '{rng.choice(['+1', '*2', '-3', '+A1'])}')\n[len(sheet.set('A1', '{rng.randint(0, 9)}')), sheet.get('A{count - 1}'), sheet.set('A{rng.randint(2, 9)}', '{rng.choice(['', 'x', '1', '=A1'])}'), sheet.get('A{count - 1}')]"


def wide_sums(rng):
    return f"sheet = Sheet()\nfor row in range(1, {rng.randint(20, 40)}):\n    sheet.set('C' + str(row), str(row * {rng.randint(2, 9)} % 11))\n[sheet.set('A1', '=SUM(C1:C{rng.randint(10, 40)})'), sheet.get('A1'), sheet.set('C9', ''), sheet.get('A1'), sheet.insert_row(5)[:2], sheet.text('A1')]"


def deep_formulas(rng):
    depth = rng.randint(4, 14)
    opening = rng.choice(["(", "-", "-(", "(1+", "IF(0, 7, ", "MAX(2, "])
    return formulas([f"={opening * depth}A1{(')' if '(' in opening else '') * rng.choice([depth, depth, depth - 1])}"])


def two_sheets(rng):
    return f"one, two = Sheet(), Sheet()\n[one.set('A1', '{rng.randint(1, 9)}'), two.set('B1', '=A1'), two.get('A1'), two.get('B1'), one.get('B1')]"


def errors_beside_texts(rng):
    """Both operands are worked out before one of them is found to be a text; arguments one after another."""
    wrong = rng.sample(["1/0", "#REF", "B1*2", "B1", "-B1", "(2/0)", "A1+B1", "B1/0", "5"], 4)
    sign = rng.choice("+-*/")
    return formulas([f"=B1{sign}{wrong[0]}", f"={wrong[0]}{sign}B1", f"={wrong[1]}{sign}({wrong[2]})", f"=B1{rng.choice('<=>')}{wrong[3]}", f"=B1{sign}IF({wrong[1]}, 1, 2)"])


def branches_that_are_not_taken(rng):
    """What IF does not take does no harm, but makes a circle all the same."""
    condition, harm = rng.choice(["0", "1", "C1", "A1", "C1=0", "D9"]), rng.choice(["1/0", "#REF", "B1*2", "B1", "H5", "SUM(A1:B1)/0"])
    return formulas([f"=IF({condition}, {harm}, A1)", f"=IF({condition}, A2, {harm})", f"=IF({condition}, H3, 4)" if rng.random() < 0.3 else f"=IF({condition}, H1, H2)", f"=1+IF({condition}, {harm}, {harm})", "=1/0"])


def fixed_references_and_new_rows(rng):
    row = rng.randint(1, 5)
    texts = [f"=A${rng.randint(1, 5)}+$A${rng.randint(1, 5)}", f"=SUM($A$1:A${rng.randint(2, 5)})", f"=$A{rng.randint(1, 5)}", "=A$99"]
    steps = [*cells([(f"A{at}", str(at * 10)) for at in range(1, 6)]), *cells(zip(["C1", "C3", "D2", "D6"], texts)), ("insert_row", row)]
    return history(steps, [f"C{1 + (row <= 1)}", f"C{3 + (row <= 3)}", f"D{2 + (row <= 2)}", "D7", "D6", "A6"])


def texts_and_errors_at_both_sides(rng):
    """A text is found to be one only when both operands are there without an error."""
    wrong = rng.sample(["1/0", "#REF", "C1/C1", "-#REF", "(1/0)"], 3)
    return formulas([f"=B1{sign}{one}" for sign, one in zip(rng.sample("+-*/", 3), wrong)] + [f"={wrong[0]}{rng.choice('+-*/')}B1", "=B1+A1", f"=SUM(B1, {wrong[1]})"])


STRATA = [
    contents, never_set, emptied, bad_names, edges_of_the_table, arithmetic, chains_of_one_sign, divisions, minus_signs, comparisons, comparisons_are_weakest, branches, functions, functions_of_nothing,
    texts_in_functions, corners, errors, errors_in_ranges, circles, broken_circles, cells_that_refer_to_themselves, what_changes, order_of_changes, same_values, copies, copies_of_ranges,
    copies_of_others, copies_of_copies, edges_of_copies, inserted_rows, several_inserted_rows, edges_of_rows, rows_and_values, malformed, spaces, huge_numbers,
    long_chains, wide_sums, deep_formulas, two_sheets,
    errors_beside_texts, branches_that_are_not_taken, fixed_references_and_new_rows,
    texts_and_errors_at_both_sides,
]
