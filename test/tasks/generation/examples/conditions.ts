/** The operators on conditions, by example. */
import { lines, type OperatorExample } from "../support/mutated.ts";

export const CONDITION_EXAMPLES: readonly OperatorExample[] = [
  ["cmp-boundary", "x = a < b", ["x = a <= b"]],
  ["cmp-boundary", "x = low <= n < high", ["x = low < n < high", "x = low <= n <= high"]],
  ["cmp-boundary", 'x = "a < b"  # a < b', []],
  ["cmp-boundary", 'x = f"{a < b}"', []],
  ["cmp-boundary", "@limit(1 < 2)\ndef f(a=1 < 2, b: 1 < 2 = 3) -> 1 < 2:\n    pass", []],
  ["cmp-boundary", "x = a == b or a << b", []],

  ["cmp-reverse", "x = a >= b", ["x = a <= b"]],
  ["cmp-reverse", "x = a != b", []],

  ["cmp-negate", "x = a in b", ["x = a not in b"]],
  ["cmp-negate", "x = a  not  in b", ["x = a  in b"]],
  ["cmp-negate", "x = a is not None", ["x = a is None"]],
  ["cmp-negate", "x = not a == b", ["x = not a != b"]],
  ["cmp-negate", "for a in b: pass", []],
  ["cmp-negate", "x = [a for a in b]", []],

  ["cond-negate", "if ready: go()", ["if not ready: go()"]],
  ["cond-negate", "x = a if not ready() else b", ["x = a if ready() else b"]],
  ["cond-negate", "while(not(ready)): go()", ["while(ready): go()"]],
  ["cond-negate", "while not(ready): go()", ["while ready: go()"]],
  ["cond-negate", "while True: go()", []],
  ["cond-negate", "if a < b: go()", []],
  ["cond-negate", "if a and b: go()", []],
  ["cond-negate", "x = ready", []],

  ["bool-swap", "x = a and b or c", ["x = a or b or c", "x = a and b and c"]],
  ["bool-swap", "x = a | b", []],

  ["cond-drop-clause", "if i < n and items[i]: go()", ["if i < n: go()", "if items[i]: go()"]],
  ["cond-drop-clause", "x = a or b or c", ["x = a or b", "x = a or c", "x = b or c"]],
  ["cond-drop-clause", "if (a and b): go()", ["if a: go()", "if b: go()"]],
  ["cond-drop-clause", "if(a and b): go()", ["if(a): go()", "if(b): go()"]],
  ["cond-drop-clause", "x = (a and b or c).d", ["x = (a and b).d", "x = c.d", "x = (a or c).d", "x = (b or c).d"]],
  ["cond-drop-clause", "x = (\n    a\n    and b\n)", ["x = a", "x = b"]],
  ["cond-drop-clause", "x = a if b else c", []],

  [
    "cond-add-clause",
    lines("def f(a, b):", "    if a > 1:", "        go()", "    if b:", "        stop()"),
    [
      lines("def f(a, b):", "    if a > 1 and b:", "        go()", "    if b:", "        stop()"),
      lines("def f(a, b):", "    if a > 1 or b:", "        go()", "    if b:", "        stop()"),
      lines("def f(a, b):", "    if a > 1:", "        go()", "    if b and a > 1:", "        stop()"),
      lines("def f(a, b):", "    if a > 1:", "        go()", "    if b or a > 1:", "        stop()"),
    ],
  ],
  // One value is not another one, a call may do something, and `c` has no value yet at the first condition.
  ["cond-add-clause", lines("def f(a):", "    if a == 1:", "        go()", "    if a == 2:", "        go()"), []],
  [
    "cond-add-clause",
    lines("def f(a):", "    while a:", "        go()", "    while next(a):", "        go()"),
    [
      lines("def f(a):", "    while a:", "        go()", "    while next(a) and a:", "        go()"),
      lines("def f(a):", "    while a:", "        go()", "    while next(a) or a:", "        go()"),
    ],
  ],
  ["cond-add-clause", lines("def f():", "    if d():", "        c = 1", "        while c:", "            go()"), []],

  ["comp-filter-drop", "x = [a for a in b if a > 0]", ["x = [a for a in b]"]],
  ["comp-filter-drop", "x = sum(a for a in b if a if c)", ["x = sum(a for a in b if c)", "x = sum(a for a in b if a)"]],
  ["comp-filter-drop", "x = [a if b else c for a in d]", []],

  ["precedence", "x = (a + b) * c", ["x = a + b * c"]],
  ["precedence", "x = not (a or b)", ["x = not a or b"]],
  ["precedence", "x = a + b * c", ["x = (a + b) * c"]],
  ["precedence", "x = a or b and c", ["x = (a or b) and c"]],
  ["precedence", "x = (a * b) + c", []],
  ["precedence", "x = -(-a // b)", []],
  ["precedence", "x = f(a + b) * c", []],
];
