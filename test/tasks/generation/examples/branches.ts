/** The operators on branches and loops, by example. */
import { lines, type OperatorExample } from "../support/mutated.ts";

export const BRANCH_EXAMPLES: readonly OperatorExample[] = [
  [
    "guard-delete",
    lines("def f(a):", "    if not a:", "        return []  # nothing", "", "    return a"),
    [lines("def f(a):", "", "    return a")],
  ],
  ["guard-delete", lines("for a in b:", "    if a: continue", "    go()"), [lines("for a in b:", "    go()")]],
  ["guard-delete", lines("for a in b:", "    if a:", "        break"), []],
  ["guard-delete", lines("for a in b:", "    if a:", "        break", "    else:", "        go()", "    go()"), []],
  ["guard-delete", lines("if a:", "    go()", "b = 1"), []],

  ["if-unwrap", lines("if a:", "    go()", "", "    stop()"), [lines("go()", "", "stop()")]],
  ["if-unwrap", lines("if a: go()"), [lines("go()")]],
  ["if-unwrap", lines("if a:", "    b = '''", "    go'''"), []],
  ["if-unwrap", lines("for a in b:", "    if a:", "        break"), []],
  ["if-unwrap", lines("if a:", "    go()", "else:", "    stop()"), []],

  ["else-delete", lines("if a:", "    go()", "else:", "    stop()"), [lines("if a:", "    go()")]],
  ["else-delete", lines("for a in b:", "    go()", "else:", "    stop()"), []],
  ["else-delete", "x = a if b else c", []],

  [
    "elif-delete",
    lines("if a:", "    go()", "elif b:", "    stop()", "else:", "    wait()"),
    [lines("if b:", "    stop()", "else:", "    wait()"), lines("if a:", "    go()", "else:", "    wait()")],
  ],
  ["elif-delete", lines("if a:", "    go()", "else:", "    stop()"), []],

  ["branch-swap", "x = a if b else c", ["x = c if b else a"]],
  [
    "branch-swap",
    lines("if a:", "    go()", "else:", "    # then", "    stop()"),
    [lines("if a:", "    stop()", "else:", "    # then", "    go()")],
  ],
  ["branch-swap", lines("if a:", "    go()", "elif b:", "    stop()", "else:", "    wait()"), []],

  [
    "elif-to-if",
    lines("if a:", "    go()", "elif b:", "    stop()", "else:", "    wait()"),
    [lines("if a:", "    go()", "if b:", "    stop()", "else:", "    wait()")],
  ],
  ["elif-to-if", lines("def f():", "    if a:", "        return 1", "    elif b:", "        return 2"), []],

  [
    "branch-order",
    lines("if a > 10:", "    go()", "elif a > 5:  # less", "    stop()"),
    [lines("if a > 5:  # less", "    stop()", "elif a > 10:", "    go()")],
  ],
  [
    "branch-order",
    lines("def f(a):", "    if a:", "        return 1", "    if not a: return 2"),
    [lines("def f(a):", "    if not a: return 2", "    if a:", "        return 1")],
  ],
  // Both cannot hold, or both end alike.
  ["branch-order", lines("if a == 1:", "    go()", "elif a == 2 and b:", "    stop()"), []],
  ["branch-order", lines("if isinstance(a, int):", "    go()", "elif isinstance(a, str):", "    stop()"), []],
  ["branch-order", lines("if a == b:", "    go()", "elif a < b:", "    stop()"), []],
  ["branch-order", lines("if a:", "    raise E('a')", "if b:", "    raise E('b')"), []],
  ["branch-order", lines("if a:", "    go()", "if b:", "    stop()"), []],

  ["break-continue", lines("while a:", "    break"), [lines("while a:", "    continue")]],
  ["break-continue", "x = 'break'  # continue", []],

  ["while-to-if", lines("while a:", "    a -= 1"), [lines("if a:", "    a -= 1")]],
  [
    "while-to-if",
    lines("while a:", "    for b in a:", "        break", "    a -= 1"),
    [lines("if a:", "    for b in a:", "        break", "    a -= 1")],
  ],
  ["while-to-if", lines("while a:", "    if b:", "        break"), []],
  ["while-to-if", lines("while True:", "    go()"), []],
  ["while-to-if", lines("while a:", "    go()", "else:", "    stop()"), []],

  [
    "loop-dedent",
    lines("for a in b:", "    go()", "    stop()  # now"),
    [lines("for a in b:", "    go()", "stop()  # now")],
  ],
  [
    "loop-dedent",
    lines("if a:", "    go()", "    x = f(", "        1,", "    )"),
    [lines("if a:", "    go()", "x = f(", "    1,", ")")],
  ],
  ["loop-dedent", lines("for a in b:", "    go()"), []],
  ["loop-dedent", lines("for a in b:", "    go()", "    if a:", "        break"), []],
  ["loop-dedent", lines("for a in b:", "    go()", "    x = '''", "    y'''"), []],

  ["loop-indent", lines("for a in b:", "    go()", "", "stop()"), [lines("for a in b:", "    go()", "    stop()")]],
  ["loop-indent", lines("for a in b:", "    go()", "# then", "stop()"), []],
  ["loop-indent", lines("for a in b:", "    go()", "if b:", "    stop()"), []],

  [
    "early-return",
    lines("def f(b):", "    for a in b:", "        if a:", "            return True", "    return False"),
    [
      lines(
        "def f(b):",
        "    for a in b:",
        "        if a:",
        "            return True",
        "        else:",
        "            return False",
        "    return False",
      ),
    ],
  ],
  ["early-return", lines("def f(b):", "    for a in b:", "        if a:", "            go()", "    return False"), []],
];
