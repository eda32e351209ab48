"""Templates of tags within tags, over values of every kind, and the same with one thing out of place."""

VALUES = {
    "a": 1, "b": "text", "zero": 0, "none": None, "yes": True, "no": False, "empty": "", "xs": [1, 2, 3], "words": ["one", "two"], "nothing": [],
    "d": {"k": "v", "n": {"m": [7, {"z": "deep"}]}, "0": "nought"}, "no_keys": {}, "rows": [[1, 2], [], [3]], "x": "outer", "count": "C", "users": [{"name": "Al", "tags": ["p", "q"]}, {"name": "Bo"}],
    "_": "under", "A1": -5,
}
PATHS = ["a", "b", "zero", "none", "yes", "no", "empty", "xs", "words", "nothing", "d.k", "d.n.m", "rows", "x", "count", "missing", "xs.0", "words.1", "_", "A1", "d.n.m.1.z", "users.0.name"]
LISTS = ["xs", "words", "nothing", "rows", "d.n.m.0", "missing", "none", "users.0.tags", "users.1.tags", "rows.0", "rows.1"]
FILTERS = ["upper", "cut:2", "or:else", "cut:0", "or:", "or:a b", "cut:10", "or:no", "size"]
SPACES = ["", "", "", " ", "  "]


def call(template, values=None):
    return f"render({template!r}, {VALUES if values is None else values!r})"


def small(template):
    """With those values only whose names stand in the template."""
    return call(template, {name: value for name, value in VALUES.items() if name in template})


def tag(rng, text):
    return "{" + rng.choice(SPACES) + text + rng.choice(SPACES) + "}"


def block(rng, depth):
    """A template, of which everything that can be shown can be written."""
    out = []
    for _ in range(rng.randint(1, 3)):
        kind = rng.random()
        if depth == 0 or kind < 0.4:
            out.append(rng.choice([tag(rng, rng.choice(["a", "b", "x", "y", "count", "xs", "no", "words.0"])), rng.choice([" ", ".", "t", "{{", "}", "\n"])]))
        elif kind < 0.7:
            other = "{else}" + block(rng, depth - 1) if rng.random() < 0.5 else ""
            out.append(tag(rng, rng.choice(["if ", "if not "]) + rng.choice([*PATHS, "y"])) + block(rng, depth - 1) + other + tag(rng, "end"))
        else:
            other = "{else}" + block(rng, depth - 1) if rng.random() < 0.3 else ""
            out.append(tag(rng, f"each {rng.choice(['x', 'y', 'y', 'a', 'count'])} in {rng.choice(['xs', 'words', 'rows', 'nothing'])}") + block(rng, depth - 1) + other + tag(rng, "end"))
    return "".join(out)


def text_alone(rng):
    return call("".join(rng.choice(["a", " ", "{{", "}", "}}", "\n", "é", "{{{{", "|", ":", "end", "{{a}", "{{if x}}"]) for _ in range(rng.randint(0, 6))), {"a": 1})


def one_value(rng):
    return small(rng.choice(["", "a "]) + tag(rng, rng.choice(PATHS)) + rng.choice(["", "}", "."]))


def kinds_of_values(rng):
    value = rng.choice([0, 1, -12, 10**20, True, False, None, "", "text", "{a}", "{{", [], [None], [[], [[]]], [True, "x", [1, None]], ["", ""], " ", "é", [False], "None"])
    return call(rng.choice(["{v}", "<{v}>", "{v}{v}", "{if v}+{else}-{end}", "{if not v}+{end}{v}", "{v|or:o}", "{v|upper}"]), {"v": value})


def cannot_be_written(rng):
    return call(rng.choice(["{v}", "{v.0}", "{v|upper}", "{v|cut:1}", "{v|or:x}", "{if v}{v}{end}", "{each x in v}{x}{end}", "{w}{v}", "{if w}{v}{else}x{end}", "{v|size}"]), {"v": rng.choice([{}, {"0": {}}, [{}], [1, [{"a": 1}]], {"a": 2}])})


def paths(rng):
    steps = [rng.choice(["d", "xs", "users", "rows", "b", "a", "none", "missing", "words"])]
    steps += [rng.choice(["0", "1", "k", "n", "m", "z", "name", "2", "00", "x", "tags", "9"]) for _ in range(rng.randint(1, 4))]
    return small(tag(rng, ".".join(steps) + "|or:absent") if steps[-1] not in "nm" else "{if " + ".".join(steps) + "}there{else}not{end}")


def indices(rng):
    return call("{" + rng.choice(["v", "v.v", "d"]) + "." + rng.choice(["0", "1", "2", "3", "01", "10", "a", "_", "1a", "000"]) + "}", {"v": rng.choice([[5, 6, 7], [5], [], "text", 12, {"0": "key", "01": "other", "10": 3}]), "d": {"1": "one", "a": [1]}})


def conditions(rng):
    return small(f"{{if {rng.choice(['', 'not ', 'not  '])}{rng.choice(PATHS)}}}" + rng.choice(["A{end}", "A{else}B{end}", "{else}B{end}", "{end}"]) + rng.choice(["", "c"]))


def conditions_within(rng):
    first, second = rng.choice(PATHS), rng.choice(PATHS)
    return small(f"{{if {first}}}1{{if {rng.choice(['', 'not '])}{second}}}2{{else}}3{{end}}4{{else}}5{{if {second}}}6{{end}}{{end}}7")


def loops(rng):
    name = rng.choice(["x", "y", "item", "count", "a", "_", "xs", "words"])
    return small(f"{{each {name} in {rng.choice(LISTS)}}}{rng.choice(['', '-'])}{{{rng.choice([name, 'count', 'x'])}}}" + rng.choice(["{end}", "{else}E{end}"]) + rng.choice(["", "{x}", "{count}", "{" + name + "|size}" if name in ("xs", "words") else ""]))


def loops_within(rng):
    outer, inner = rng.choice(["x", "y"]), rng.choice(["x", "y", "z", "count"])
    body = f"{{each {inner} in {rng.choice([outer, outer, 'xs', 'words', 'nothing'])}}}{rng.choice(['', '{count}', '.'])}{{{inner}}}{rng.choice(['', '', '{else}N'])}{{end}}"
    return small(f"{{each {outer} in rows}}{rng.choice(['', '{count}:'])}{body}{rng.choice(['', '{count}', '/', '{' + outer + '}'])}{{end}}{rng.choice(['', '{x}', '{y}', '{count}', '{z}'])}")


def loops_over_dicts(rng):
    return small("{each u in users}" + rng.choice(["{u.name}", "{u.name}:{u.tags}", "{each t in u.tags}{u.name}{t}{else}-{end}", "{if u.tags}{u.tags.1}{else}{count}{end}", "{u.tags|size|or:x}" if rng.random() < 0.1 else "{u.name|upper|cut:1}"]) + rng.choice([",", ""]) + "{end}{u.name}")


def names_after_the_loop(rng):
    return call("{n}{count}{each n in v}" + rng.choice(["", "{n}", "{each n in w}{n}{end}{n}", "{each m in w}{n}{m}{count}{end}{count}", "{if n}{count}{end}"]) + "{end}" + rng.choice(["{n}", "{count}", "{n}{m}{count}"]), {"v": [rng.randint(0, 3) for _ in range(rng.randint(0, 3))], "w": ["p", "q"], **rng.choice([{}, {"n": "N"}, {"count": "C", "m": "M"}])})


def what_cannot_be_gone_through(rng):
    return call(rng.choice(["{each x in v}{x}{end}", "{each x in v}{end}", "{each x in v}{x}{else}E{end}", "{if w}{each x in v}{x}{end}{end}", "{if not w}{each x in v}{x}{end}{else}ok{end}"]), {"v": rng.choice([0, 1, "", "text", {}, {"a": 1}, True, False, 7, [], None])})


def one_filter(rng):
    return small(tag(rng, rng.choice(["b", "words", "empty", "xs", "nothing", "d.k"]) + rng.choice(SPACES) + "|" + rng.choice(SPACES) + rng.choice(FILTERS)))


def many_filters(rng):
    return small(tag(rng, rng.choice(["b", "empty", "words", "missing", "yes", "zero"]) + "".join("|" + rng.choice(SPACES) + rng.choice(FILTERS[:-1]) + rng.choice(SPACES) for _ in range(rng.randint(2, 4))) + rng.choice(["", "|size", "|size|or:x", "|size|cut:1"])))


def cutting(rng):
    return call(f"{{v|cut:{rng.choice([0, 1, 2, 3, 4, 5, 6, 12, '03', '007'])}}}", {"v": rng.choice(["abcde", "", 12345, True, None, ["ab", "cd"], "日本語", -1])})


def sizes(rng):
    return call(rng.choice(["{v|size}", "{v|size|or:none}", "{v|or:xyz|size}", "{v|upper|size}", "{v|cut:2|size}", "{if w}{v|size}{end}"]), {"v": rng.choice(["", "abc", [], [1, 2], {}, {"a": 1}, 0, 5, None, True, False, [[1, 2, 3]]])})


def arguments_of_or(rng):
    return call("{v|" + rng.choice(["or:", "or: ", "or : "]) + rng.choice(["", "x", " x ", "a b", "a:b", ":", "{", "\"q\"", "upper", "1", "é", "{a", "a.b", ","]) + rng.choice(["}", " }", "|upper}", " |size}"]), {"v": rng.choice([None, 0, "", False, [], {}, 1, "t", [0]])})


def spaces_in_tags(rng):
    gap = lambda least=0: " " * rng.choice([least, 1, 1, 2, 3])
    return call("{" + gap() + "each" + gap(1) + "x" + gap(1) + "in" + gap(1) + "v" + gap() + "}{" + gap() + "if" + gap(1) + "not" + gap(1) + "x" + gap() + "}-{" + gap() + "else" + gap() + "}{" + gap() + "x" + gap() + "|" + gap() + "cut" + gap() + ":" + gap() + "2" + gap() + "}{" + gap() + "end" + gap() + "}{end" + gap() + "}", {"v": [rng.choice([0, "", "abc", 123]) for _ in range(rng.randint(1, 3))]})


def names_like_words(rng):
    name = rng.choice(["iffy", "ending", "each_one", "notes", "inner", "else_", "If", "END", "end_", "_if", "in2", "upper", "size", "or", "cut", "d.end", "d.if", "d.not"])
    return call(rng.choice(["{%s}", "{if %s}y{else}n{end}", "{if not %s}y{else}n{end}"]) % name, {name: "N", "d": {"end": 1, "not": 0}} if rng.random() < 0.7 else {})


def malformed_tags(rng):
    return call(rng.choice(["", "x", "{if a}", "{{"]).replace("{if a}", "{if a}{end}") + rng.choice([
        "{}", "{ }", "{1}", "{1a}", "{a.}", "{.a}", "{a..b}", "{a b}", "{a-b}", "{é}", "{a.é}", "{a\n}", "{\ta}", "{a", "{", "x{", "{a{b}", "{if}", "{if }", "{if not}x{end}", "{if a b}{end}", "{if not not a}{end}",
        "{if a|upper}{end}", "{each x}{end}", "{each}{end}", "{each in a}{end}", "{each x in}{end}", "{each 1 in a}{end}", "{each x.y in a}{end}", "{each x on a}{end}", "{each x in a|upper}{end}", "{in}", "{not}", "{not a}",
        "{each}", "{if.a}", "{end.a}", "{in.b}", "{else|upper}", "{if if}{end}", "{if end}{end}", "{each not in a}{end}", "{each end in a}{end}", "{each x in in}{end}", "{If a}{end}", "{elseif a}{end}", "{a,b}", "{'a'}", "{a[0]}",
        "{not|upper}", "{if nota b}{end}", "{a$}", "{ifa b}", "{a.-1}", "{endif}{end}",
    ]), {"a": [1], "b": 2})


def malformed_filters(rng):
    return call(rng.choice(["", "{if b}", "{each y in none}"]).replace("}", "}{end}") + "{a|" + rng.choice([
        "", " ", "lower", "Upper", "upper:", "upper:x", "size:1", "size:", "cut", "cut:", "cut:x", "cut:-1", "cut:1.5", "cut:2 3", "or", "|upper", "upper|", "upper||size", "or:x|", "upper size", ":x", "1", "or:x|nope", "cut:٣", "cut:+1", "up per",
    ]) + "}", {"a": "t", "b": 0})


def blocks_out_of_place(rng):
    return call("".join(rng.choice(["{if a}", "{each x in a}", "{else}", "{end}", "{end}", "t"]) for _ in range(rng.randint(2, 6))), {"a": rng.choice([[], [1], [1, 2]])})


def refused_though_not_shown(rng):
    return call(rng.choice(["{if no}%s{end}", "{if yes}ok{else}%s{end}", "{each x in none}%s{end}", "{d}%s", "%s{d}", "{each x in b}%s{end}"]) % rng.choice(["{a|nope}", "{1}", "{a|cut:}", "{if a}", "{else}{else}", "{end}{end}", "{", "fine"]), {"yes": True, "d": {}, "b": 5})


def nested(rng):
    return small(block(rng, rng.randint(1, 3)))


def deep(rng):
    depth, kind = rng.randint(5, 25), rng.choice(["{if a}", "{if not a}{else}", "{each x in v}", "{if a}-"])
    return f"render({kind!r} * {depth} + '{{a}}' + {'{end}'!r} * {rng.choice([depth, depth, depth, depth - 1, depth + 1])}, {{'a': {rng.randint(0, 2)}, 'v': [1]}})"


def long_lists(rng):
    return f"(lambda page: [len(page), page[-20:]])(render({rng.choice(['{each x in v}{x}{end}', '{each x in v}{count},{end}', '{v}', '{each x in v}{if x}{x}{else}-{end}{end}', '{v.250}{v.9}', '{v|size}'])!r}, {{'v': [n % {rng.randint(2, 9)} for n in range({rng.randint(200, 300)})]}}))"


def values_unchanged(rng):
    return f"values = {{'v': [[1], {rng.randint(2, 9)}], 'x': {rng.choice([0, 5])}, 'd': {{'k': []}}}}\n[render({rng.choice(['{each x in v}{x}{count}{end}{x}', '{each v in v}{v}{end}', '{d.k|or:e}{missing}', '{each d in v}{d.0}{end}{d.k}'])!r}, values), values]"


def one_after_another(rng):
    return f"values = {{'v': [1, 2], 'a': {rng.randint(0, 3)}}}\n[render(template, values) for template in {rng.sample(['{each a in v}{a}{end}', '{a}', '{count}', '{each x in v}{count}{end}', '{x}', '{{a}'], 4)!r}]"


def faults_in_what_is_not_shown(rng):
    bad = rng.choice(["{b|lower}", "{b|cut}", "{b|cut:x}", "{b|upper:1}", "{b|}", "{b.}", "{each x in}{end}", "{if a b}{end}", "{b c}", "{b|or}", "{b|upper}", "{b|cut:1}", "{each in in b}{end}"])
    return small(rng.choice(["{{if no}}{}{{end}}", "{{if yes}}a{{else}}{}{{end}}", "{{each x in nothing}}{}{{end}}", "{{each x in xs}}a{{else}}{}{{end}}", "{{if no}}{{if yes}}{}{{end}}{{end}}"]).format(bad))


def count_by_other_names(rng):
    name = rng.choice(["count", "count", "x", "counts"])
    inner = rng.choice(["{count}", "{count}{x}", "{counts}-{count};", "{each x in xs}{count}{end}", "{each count in words}{count}{end}{count}"])
    return small(f"{{count}}{{each {name} in {rng.choice(['words', 'xs', 'rows', 'nothing'])}}}{inner}{{else}}{{count}}{{x}}{{end}}{{count}}")


def loops_over_no_list(rng):
    path = rng.choice(["zero", "no", "empty", "no_keys", "b", "a", "d", "none", "missing", "nothing", "yes", "xs"])
    return small(rng.choice(["{{each x in {}}}{{x}}{{else}}none{{end}}", "{{each x in {}}}-{{end}}", "{{if no}}{{each x in {}}}{{end}}{{end}}."]).format(path))


def filters_of_other_kinds(rng):
    path = rng.choice(["xs", "words", "a", "yes", "no", "none", "zero", "b", "empty", "nothing", "d", "no_keys", "rows", "A1", "missing"])
    return small(f"{{{path}|{rng.choice(['cut:1', 'cut:2', 'cut:3', 'cut:5', 'size', 'size', 'upper', 'or:x', 'cut:1|size', 'size|upper'])}}}")


def keys_of_digits(rng):
    values = {"d": {"0": "nought", "10": "ten", "n": {"1": [5, 6]}, "01": "lead"}, "xs": ["p", "q", "r"]}
    return call(f"{{{rng.choice(['d.0', 'd.10', 'd.1', 'd.01', 'd.n.1.1', 'd.n.1.2', 'd.n.0', 'xs.0', 'xs.2', 'xs.3', 'xs.4', 'xs.00', 'xs.01', 'xs.x', 'd.0.0', 'xs.0.0'])}}}" + rng.choice(["", "{xs.1}", "{d.0}"]), values)


def names_that_are_kept(rng):
    name = rng.choice(["if", "not", "each", "in", "else", "end", "x", "ends", "iff", "IF"])
    return call(rng.choice(["{{each {0} in v}}-{{end}}", "{{{0}}}", "{{if {0}}}-{{end}}", "{{each x in {0}}}-{{end}}", "{{v.{0}}}", "{{if not {0}}}-{{end}}", "{{{0}.v}}", "{{v|or:{0}}}"]).format(name), {"v": [1], name: [2]})


def loops_with_names_that_are_kept(rng):
    name = rng.choice(["if", "not", "each", "in", "else", "end", "no", "ends", "x.y", "1", "item", "in_"])
    return call(f"{{each {name} in v}}{rng.choice(['-', '{count}', ''])}{{end}}{rng.choice(['', 'x', '{v}'])}", {"v": [1, 2][: rng.randint(0, 2)]})


def kinds_in_lists(rng):
    items = [rng.choice([True, False, None, 0, "", "t", [], [True], [None, False], 7]) for _ in range(rng.randint(1, 4))]
    return call(rng.choice(["{v}", "{v|upper}", "{v|cut:4}", "{each x in v}{x};{end}", "{v|size}"]), {"v": items})


def closing_braces(rng):
    return small("".join(rng.choice(["}", "}}", "{{", "{a}", "a", "}a"]) for _ in range(rng.randint(2, 5))))


def after_else(rng):
    return small(rng.choice(["{{each {0} in nothing}}{{{0}}}{{else}}{{{0}}}{{count}}{{end}}{{{0}}}", "{{each x in xs}}{{each {0} in none}}{{else}}{{{0}}}{{count}}{{end}};{{end}}"]).format(rng.choice(["x", "y", "a", "count"])))


STRATA = [
    text_alone, one_value, kinds_of_values, cannot_be_written, paths, indices, conditions, conditions_within, loops, loops_within,
    loops_over_dicts, names_after_the_loop, what_cannot_be_gone_through, one_filter, many_filters, cutting, sizes, arguments_of_or,
    spaces_in_tags, names_like_words, malformed_tags, malformed_filters, blocks_out_of_place, refused_though_not_shown, nested,
    deep, long_lists, values_unchanged, one_after_another,
    faults_in_what_is_not_shown, count_by_other_names, loops_over_no_list, filters_of_other_kinds, keys_of_digits,
    names_that_are_kept, loops_with_names_that_are_kept, kinds_in_lists, closing_braces, after_else,
]
