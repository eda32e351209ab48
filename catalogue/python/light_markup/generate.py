"""Texts of every block beside every other, and lines of marks that have partners, nearly have, or stand within others."""

WORDS = ["a", "b", "one", "two", "x < y", "A&B", "é", "it's", "\"q\"", "1", "a > b", "&amp;", "end.", "a|b", "c]", "a=b", "-1", "+", "日本"]
MARKS = ["*", "_", "`", "[", "]", "|", "a", "b", " ", "*", "_", "&", "<", "[a|b]", "\"", "~"]


def call(text):
    return f"render({text!r})"


def lines(rng, makers, most):
    return "\n".join(rng.choice(makers)(rng) for _ in range(rng.randint(1, most)))


def plain(rng):
    return rng.choice(["", "", "  "]) + " ".join(rng.choice(WORDS[:14]) for _ in range(rng.randint(1, 4))) + rng.choice(["", "", "  "])


def styled(rng):
    mark = rng.choice("*_`")
    word = rng.choice(WORDS)
    return rng.choice(["", "a "]) + rng.choice([f"{mark}{word}{mark}", f"[{word}|t]", f"[{mark}a{mark}|b]", f"*_{word}_*", f"{mark}{word}"]) + rng.choice(["", " b"])


def heading(rng):
    return "=" * rng.choice([1, 1, 2, 2, 2, 3, 3]) + rng.choice([" ", " ", "  "]) + rng.choice([plain, styled])(rng).strip(" ")


def item(rng):
    return rng.choice("--+") * rng.choice([1, 1, 2, 2, 3]) + " " + rng.choice(WORDS)


def blank(rng):
    return rng.choice(["", "", " ", "   "])


def fence(rng):
    return rng.choice(["~~~", "~~~", " ~~~", "~~~  "])


def nearly(rng):
    return rng.choice(["==== a", "=a", "=", "= ", "-a", "-", "+", "-- ", "-+ a", "+- a", "~~", "~~~~", "~~~ a", "~~~a", "=-= a", "- - a", "+ - a", "- = a", "= = a", "= - a", "-\ta", "=\ta", "* a", "a = b", ". - a", "==== ", "---", "\t", "===", "\u00a0"])


def paragraphs(rng):
    return call(lines(rng, [plain, plain, styled, blank], 7))


def spaces_and_empty_lines(rng):
    return call(lines(rng, [blank, blank, lambda rng: "  " * rng.randint(0, 2) + rng.choice("ab") + " " * rng.randint(0, 3)], 8))


def headings(rng):
    return call(lines(rng, [heading], 9))


def levels(rng):
    return call("\n".join("=" * rng.randint(1, 3) + " t" for _ in range(rng.randint(2, 14))))


def many_of_a_level(rng):
    level, times = rng.randint(1, 3), rng.randint(9, 14)
    return f"render({'= a' + chr(10)!r} * {rng.randint(0, 12)} + {'=' * level + ' b' + chr(10)!r} * {times})"


def headings_among_others(rng):
    return call(lines(rng, [heading, plain, item, blank], 8))


def one_kind_of_list(rng):
    mark = rng.choice("-+")
    return call("\n".join(mark * rng.randint(1, 4) + " " + rng.choice("abc") for _ in range(rng.randint(1, 9))))


def both_kinds_at_one_depth(rng):
    depth = rng.randint(1, 2)
    return call("\n".join(["- top"] * (depth - 1) + [rng.choice("-+") * depth + " " + rng.choice("abc") for _ in range(rng.randint(2, 7))]))


def both_kinds_nested(rng):
    return call(lines(rng, [item], 10))


def lists_among_others(rng):
    return call(lines(rng, [item, item, item, plain, blank, heading, fence], 9))


def much_too_deep(rng):
    depths = [rng.choice([1, 2, 5, 9, 20]) for _ in range(rng.randint(2, 7))]
    return call("\n".join(rng.choice("--+") * depth + f" {place}" for place, depth in enumerate(depths)))


def deep(rng):
    depth, mark = rng.randint(8, 40), rng.choice("-+")
    return f"render({chr(10)!r}.join([{mark!r} * n + ' x' for n in range(1, {depth})] + [{mark!r} * {rng.randint(1, depth)} + ' y', '- z']))"


def code(rng):
    body = [rng.choice([plain, styled, heading, item, blank, nearly, lambda rng: "   a"])(rng) for _ in range(rng.randint(0, 5))]
    return call("\n".join([*([plain(rng)] if rng.random() < 0.4 else []), fence(rng), *body, fence(rng), *([heading(rng)] if rng.random() < 0.6 else [])]))


def fences_anywhere(rng):
    return call(lines(rng, [fence, plain, heading, item, blank], 9))


def headings_on_both_sides_of_code(rng):
    return call("\n".join([heading(rng), "~~~", heading(rng), rng.choice(["x", "", "- a"]), rng.choice(["~~~", "~~~", ""]), heading(rng), rng.choice(["= end", "== end"])]))


def nearly_blocks(rng):
    return call(lines(rng, [nearly, nearly, plain, item], 5))


def one_style(rng):
    mark, word = rng.choice("*_`"), rng.choice(WORDS)
    return call(rng.choice(["{m}{w}{m}", "x {m}{w}{m} y", "{m}{w} {w}{m}{w}{m}", "{m}{w}", "{w}{m}", "{m}{m}", "{m}{m}{w}{m}{m}", "{m}{m}{m}", "{m} {m}", "a{m}b{m}c{m}d{m}"]).format(m=mark, w=word))


def styles_within_styles(rng):
    outer, inner = rng.choice("*_`"), rng.choice("*_`")
    return call(rng.choice(["{o}a {i}b{i} c{o}", "{o}{i}b{i}{o}", "{o}a {i}b{o} c{i}", "{o}{i}{o}{i}", "{o}a{i}b{i}c{i}d{o}", "{i}{o}a|b{o}{i}", "{o}[{i}a{i}|b]{o}", "[{o}a]{o}|b]"]).format(o=outer, i=inner))


def links(rng):
    label = rng.choice(["", "a", "*a*", "`a`", "a b", "<a>", "_", "*", "[a", "\"", "&", " "])
    target = rng.choice(["", "b", "a|b", "x&y", "\"", "*b*", "`", "<b>", "_b_", " ", "|", "a[b", "é"])
    return call(rng.choice(["[{}|{}]", "x [{}|{}] y", "*[{}|{}]*", "[{}|{}]]", "[[{}|{}]", "[{}|{}", "- [{}|{}]", "[x] [{}|{}]", "[{}|{}] [c|d]", "`[{}|{}]`"]).format(label, target))


def nearly_links(rng):
    return call(rng.choice(["[a]", "[]", "[|]", "[", "]", "|", "a|b", "[a|b", "a|b]", "[a][b|c]", "[a [b|c]", "]a|b[", "[a]|b]", "(a|b)", "[a\n|b]", "[a|b]c]", "[[a|b]]", "[*|*]", "*[*|a]", "[`|`]"]) + rng.choice(["", " x", "*"]))


def marks_at_random(rng):
    return call("".join(rng.choice(MARKS) for _ in range(rng.randint(2, 14))))


def styles_over_lines(rng):
    mark = rng.choice("*_`")
    return call(rng.choice([f"{mark}a\nb{mark}", f"{mark}a\n\nb{mark}", f"- {mark}a\n- b{mark}", f"= {mark}a\nb{mark}", f"a {mark}\n{mark} b", f"[a\n|b]", f"[a|\n b]", f"{mark}a\n~~~\n{mark}\n~~~"]))


def escaped(rng):
    text = "".join(rng.choice(["&", "<", ">", "\"", "'", "a", " ", "&lt;", "&&"]) for _ in range(rng.randint(1, 8))) + "."
    return call(rng.choice(["a{}", "= {}", "- {}", "~~~\n{}\n~~~", "*{}*", "`{}`", "[{}|b]", "[|{}]", "[a|{}]"]).format(text))


def other_whitespace(rng):
    return call(rng.choice(["\ta\t", "a\r\nb", "a\tb", "\u00a0a\u00a0", "a\x0bb\x0c", "a\u2028b", "= a\t", "-  a", "=  a  ", "a  b\nc", "\n\na\n\n", "\n", "a\n", "  - a", "   = a", "-\u00a0a", "~~~\t"]) + rng.choice(["", "\nz", " z"]))


def long_texts(rng):
    unit = rng.choice(["a\n", "*a* ", "- a\n-- b\n", "== a\n", "[a|b] ", "~~~\n", "a\n\n", "_", "+ a\n- b\n"])
    return f"(lambda html: [len(html), html[-60:]])(render({unit!r} * {rng.randint(60, 200)}))"


def everything(rng):
    return call(lines(rng, [plain, styled, heading, item, item, blank, fence, nearly], 12))


def one_after_another(rng):
    texts = [lines(rng, [heading, item], 3) for _ in range(2)]
    return f"[render(text) for text in {[*texts, texts[0]]!r}]"


def links_by_their_bars(rng):
    """Several bars, no text and no target."""
    parts = [rng.choice(["", "a", "b c", "*d*", "&"]) for _ in range(rng.choice([2, 2, 3, 4]))]
    return call(rng.choice(["", "x ", "- ", "= "]) + "[" + "|".join(parts) + "]" + rng.choice(["", " y", "|z]"]))


def links_of_half(rng):
    """Nothing before the bar or nothing after it, and marks in what stands for the other."""
    other = rng.choice(["a", "*b*", "_c d_", "`e`", "x*y*", "&", "", "*", '"', "*f* _g_"])
    return call(rng.choice(["{} ", "", "*i* ", "- "]).format("x") + rng.choice(["[|{}]", "[{}|]"]).format(other) + rng.choice(["", " z", "[k|l]"]))


def heading_marks(rng):
    return call("\n".join("=" * rng.randint(1, 5) + rng.choice([" ", " ", "  ", ""]) + rng.choice(["A", "B *c*", "="]) for _ in range(rng.randint(1, 4))))


def marks_side_by_side(rng):
    mark = rng.choice("*_`")
    return call("".join(rng.choice([mark, mark * 2, "a", "b ", rng.choice("*_`")]) for _ in range(rng.randint(3, 8))))


def tabs_at_the_ends(rng):
    line = rng.choice(["a", "= A", "- a", "~~~", "", "-- b"])
    return call("\n".join(rng.choice(["", "\t", " ", "\t "]) + rng.choice([line, "b"]) + rng.choice(["", "\t", " \t", "\r"]) for _ in range(rng.randint(1, 4))))


STRATA = [
    paragraphs, spaces_and_empty_lines, headings, levels, many_of_a_level, headings_among_others, one_kind_of_list,
    both_kinds_at_one_depth, both_kinds_nested, lists_among_others, much_too_deep, deep, code, fences_anywhere,
    headings_on_both_sides_of_code, nearly_blocks, one_style, styles_within_styles, links, nearly_links, marks_at_random,
    styles_over_lines, escaped, other_whitespace, long_texts, everything, one_after_another,
    links_by_their_bars, links_of_half, heading_marks, marks_side_by_side, tabs_at_the_ends,
]
