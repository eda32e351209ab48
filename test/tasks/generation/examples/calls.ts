/** The operators on calls and names, by example. */
import { lines, type OperatorExample } from "../support/mutated.ts";

export const CALL_EXAMPLES: readonly OperatorExample[] = [
  ["func-swap", "x = max(a, b)", ["x = min(a, b)"]],
  ["func-swap", "x = any(a for a in b)", ["x = all(a for a in b)"]],
  ["func-swap", "x = bisect.bisect_left(a, b)", ["x = bisect.bisect_right(a, b)"]],
  ["func-swap", "from bisect import bisect_left\nx = bisect_left(a, b)", []],
  ["func-swap", "x = a.max(b) + sorted(a, key=b)", []],
  ["func-swap", "x = 'max(a, b)'\nmax = a", []],

  ["method-swap", "x = a.strip()", ["x = a.lstrip()", "x = a.rstrip()"]],
  ["method-swap", "x.setdefault(a, [])", ["x.get(a, [])"]],
  ["method-swap", "x.append(a)", []],
  ["method-swap", "q = deque()\nq.append(a)", ["q = deque()\nq.appendleft(a)"]],
  ["method-swap", "self.lower(a)", []],
  ["method-swap", "x = a.strip", []],

  ["pop-end", "x = a.pop()", ["x = a.pop(0)"]],
  ["pop-end", "x = a.pop(0)", ["x = a.pop()"]],
  ["pop-end", "a.insert(0, x)", ["a.append(x)"]],
  ["pop-end", "a = []\na.append(x)", ["a = []\na.insert(0, x)"]],
  ["pop-end", "x = {}.pop(a) + set().pop() + a.pop(1)", []],

  ["kwarg-drop", "x = sorted(a, reverse=True)", ["x = sorted(a)", "x = sorted(a, reverse=False)"]],
  ["kwarg-drop", "x = max(key=a, default=0)", ["x = max(default=0)", "x = max(key=a)"]],
  [
    "kwarg-drop",
    lines("def f(a, b=1):", "    f(1, b=2)", "    f(a=1)"),
    [lines("def f(a, b=1):", "    f(1)", "    f(a=1)")],
  ],
  ["kwarg-drop", "x = f(a, b=c)", []],

  ["arg-drop", "x = a.get(b, 0)", ["x = a.get(b)"]],
  ["arg-drop", "x = a.split(',')", ["x = a.split()"]],
  ["arg-drop", lines("def f(a, b=1):", "    f(1, 2)"), [lines("def f(a, b=1):", "    f(1)")]],
  ["arg-drop", "x = a.get(b) + f(a, b) + sum(*a)", []],

  ["call-unwrap", "x = abs(a - b) * c", ["x = (a - b) * c"]],
  ["call-unwrap", "x = max(0, a)", ["x = 0", "x = a"]],
  ["call-unwrap", "x = a.lower().split()", ["x = a.split()"]],
  ["call-unwrap", "a.strip()", []],
  ["call-unwrap", "x = max(a) + len(a) + f(a)", []],
  ["call-unwrap", "raise ValueError(str(a))", []],

  ["arg-swap", "x = f(a, b + 1, c=d)", ["x = f(b + 1, a, c=d)"]],
  ["arg-swap", "x = f(*a, b)", []],
  ["arg-swap", "x = f(1, 'a')", []],
  ["arg-swap", "x = max(a, b) + isinstance(a, b)", []],
  ["arg-swap", "def f(a, b): pass", []],

  ["var-misuse", lines("def f(low, high):", "    return high - 1"), [lines("def f(low, high):", "    return low - 1")]],
  // No other has a value yet, or one of the same kind; a keyword and a function are no variables.
  ["var-misuse", lines("def f(low):", "    x = low", "    high = 1"), []],
  ["var-misuse", lines("def f():", "    low = 1", "    name = 'a'", "    return low"), []],
  ["var-misuse", lines("def f(low, high):", "    return low(high=1)"), []],
  ["var-misuse", lines("def f(low, high):", "    return f'{low}'  # low"), []],
  ["var-misuse", lines("def f(low, high):", "    raise ValueError(low)"), []],

  [
    "attr-misuse",
    lines(
      "class A:",
      "    def __init__(self):",
      "        self.head = 0",
      "        self.tail = 0",
      "",
      "    def f(self):",
      "        return self.head",
    ),
    [
      lines(
        "class A:",
        "    def __init__(self):",
        "        self.head = 0",
        "        self.tail = 0",
        "",
        "    def f(self):",
        "        return self.tail",
      ),
    ],
  ],
  [
    "attr-misuse",
    lines(
      "class A:",
      "    def __init__(self):",
      "        self.head = 0",
      "        self.name = ''",
      "",
      "    def f(self):",
      "        return self.head",
    ),
    [],
  ],
];
