/** The operators on statements and what they keep, by example. */
import { lines, type OperatorExample } from "../support/mutated.ts";

export const STATEMENT_EXAMPLES: readonly OperatorExample[] = [
  ["augassign", "total += x", ["total = x", "total -= x"]],
  ["augassign", "total += 'x'", ["total = 'x'"]],
  ["augassign", "total = x", []],

  [
    "stmt-delete",
    lines("def f(a):", "    seen = set()", "    seen.add(a)  # once", "    a += 1", "    return seen"),
    [
      lines("def f(a):", "    seen = set()", "    a += 1", "    return seen"),
      lines("def f(a):", "    seen = set()", "    seen.add(a)  # once", "    return seen"),
    ],
  ],
  [
    "stmt-delete",
    lines("def f(a):", "    a = (", "        a or", "        1", "    )", "    return a"),
    [lines("def f(a):", "    return a")],
  ],
  ["stmt-delete", lines("def f(a):", "    '''What it does.'''", "    return a"), []],
  ["stmt-delete", lines("def f(a):", "    if a:", "        a.go()", "    return a"), []],
  ["stmt-delete", lines("def f(a):", "    if a: a.go(); a.stop()", "    return a"), []],

  [
    "stmt-swap",
    lines("def f(a, b):", "    b.append(a)", "    a += 1", "    return b"),
    [lines("def f(a, b):", "    a += 1", "    b.append(a)", "    return b")],
  ],
  [
    "stmt-swap",
    lines("def f(a, b):", "    if a in b:", "        a.go()", "    b.add(a)", "    return b"),
    [lines("def f(a, b):", "    b.add(a)", "    if a in b:", "        a.go()", "    return b")],
  ],
  [
    "stmt-swap",
    lines("def f(self, a):", "    if a < 0:", "        return", "    self.items.append(a)"),
    [lines("def f(self, a):", "    self.items.append(a)", "    if a < 0:", "        return")],
  ],
  // The second needs the first, or has nothing to do with it; an object that fails to be made is never seen.
  ["stmt-swap", lines("def f(a):", "    b = a", "    b += 1", "    return b"), []],
  ["stmt-swap", lines("def f(self, a):", "    self.a = a", "    self.b = a"), []],
  ["stmt-swap", lines("def __init__(self, a):", "    if a < 0:", "        raise E()", "    self.a = f(a)"), []],
  ["stmt-swap", lines("def f(a, b):", "    a += 1", "    b += 1", "    return b"), []],

  [
    "parallel-assign",
    lines("def f(a, b):", "    a, b = b, a % b"),
    [lines("def f(a, b):", "    a = b", "    b = a % b")],
  ],
  ["parallel-assign", lines("a[i], a[j] = a[j], a[i]"), [lines("a[i] = a[j]", "a[j] = a[i]")]],
  ["parallel-assign", lines("a, b = 0, 1"), []],
  ["parallel-assign", lines("a, b = c"), []],

  ["alias-copy", "x = list(row)", ["x = row"]],
  ["alias-copy", "x = row[:] + self.row.copy()", ["x = row + self.row.copy()", "x = row[:] + self.row"]],
  ["alias-copy", "x = [[0] * w for _ in range(h + 1)]", ["x = [[0] * w] * (h + 1)"]],
  ["alias-copy", "x = list(range(3)) + [0 for _ in range(3)] + [[i] for i in range(3)]", []],
  ["alias-copy", "row[:] = x", []],

  [
    "shared-default",
    lines(
      "class A:",
      "    '''Keeps.'''",
      "",
      "    def __init__(self, n):",
      "        self.n = n",
      "        self.items = []",
    ),
    [
      lines(
        "class A:",
        "    '''Keeps.'''",
        "",
        "    items = []",
        "",
        "    def __init__(self, n):",
        "        self.n = n",
      ),
    ],
  ],
  [
    "shared-default",
    lines("def f(a, seen=None):", "    if seen is None:", "        seen = set()", "    return seen"),
    [lines("def f(a, seen=set()):", "    return seen")],
  ],
  ["shared-default", lines("class A:", "    def __init__(self):", "        self.items = []"), []],
  ["shared-default", lines("class A:", "    def clear(self):", "        self.n = 0", "        self.items = []"), []],
  ["shared-default", lines("def f(a, seen=None):", "    if a is None:", "        a = []", "    return seen"), []],

  [
    "cache-not-invalidated",
    lines("class A:", "    def add(self, x):", "        self.items.append(x)", "        self._total = None"),
    [
      lines("class A:", "    def add(self, x):", "        self._total = None"),
      lines("class A:", "    def add(self, x):", "        self.items.append(x)"),
    ],
  ],
  [
    "cache-not-invalidated",
    lines("class A:", "    def __init__(self):", "        self.a = 1", "        self.b = 2"),
    [],
  ],
  ["cache-not-invalidated", lines("class A:", "    def add(self, x):", "        self.a = 1", "        return x"), []],

  ["return-drop", lines("def f(a):", "    return f(a - 1)"), [lines("def f(a):", "    f(a - 1)")]],
  ["return-drop", lines("def f(a):", "    return a"), []],
  ["return-const", lines("def f(a):", "    return a, 1"), [lines("def f(a):", "    return None")]],
  ["return-const", lines("def f(a):", "    return True"), [lines("def f(a):", "    return False")]],
  ["return-const", lines("def f(a):", "    return None"), []],
  ["loop-delete", lines("a = 1", "while a:", "    a -= 1", "b = a"), [lines("a = 1", "b = a")]],
  ["loop-delete", lines("def f(a):", "    for b in a:", "        go()"), []],
];
