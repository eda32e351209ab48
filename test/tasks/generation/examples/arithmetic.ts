/** The operators on places, numbers and arithmetic, by example. */
import { lines, type OperatorExample } from "../support/mutated.ts";

export const ARITHMETIC_EXAMPLES: readonly OperatorExample[] = [
  [
    "range-bound",
    "for i in range(n): go()",
    ["for i in range(n - 1): go()", "for i in range(n + 1): go()", "for i in range(1, n): go()"],
  ],
  [
    "range-bound",
    "x = range(0, n - 1)",
    ["x = range(1, n - 1)", "x = range(n - 1)", "x = range(0, n - 2)", "x = range(0, n)"],
  ],
  [
    "range-bound",
    "x = range(a, -1, -1)",
    [
      "x = range(a + 1, -1, -1)",
      "x = range(a - 1, -1, -1)",
      "x = range(a, -2, -1)",
      "x = range(a, 0, -1)",
      "x = range(a, -1)",
    ],
  ],
  ["range-bound", "x = range(*a)", []],
  ["range-bound", "x = a.range(n)", []],
  ["range-bound", "x = 'range(n)'", []],

  ["index-shift", "x = a[0]", ["x = a[-1]", "x = a[1]"]],
  ["index-shift", "x = a[n // 2]", ["x = a[n // 2 - 1]", "x = a[n // 2 + 1]"]],
  ["index-shift", "x = a[i - 1]", ["x = a[i - 2]", "x = a[i]"]],
  [
    "index-shift",
    lines("def f(a):", "    for i in range(len(a)):", "        a[i] = a[i]"),
    [
      lines("def f(a):", "    for i in range(len(a)):", "        a[i] = a[i - 1]"),
      lines("def f(a):", "    for i in range(len(a)):", "        a[i] = a[i + 1]"),
    ],
  ],
  ["index-shift", "x = a[key]", []],
  ["index-shift", "x = a['1']", []],
  ["index-shift", "x = {}[1]", []],
  ["index-shift", "a[1] = x", []],
  ["index-shift", "x: list[1] = y", []],

  ["slice-shift", "x = a[1:]", ["x = a", "x = a[2:]", "x = a[0:]"]],
  ["slice-shift", "x = a[:n]", ["x = a", "x = a[:n + 1]", "x = a[:n - 1]"]],
  [
    "slice-shift",
    "x = a[i:j]",
    ["x = a[i + 1:j]", "x = a[i - 1:j]", "x = a[:j]", "x = a[i:j + 1]", "x = a[i:j - 1]", "x = a[i:]"],
  ],
  ["slice-shift", "x = a[::-1]", ["x = a"]],
  ["slice-shift", "x = a[:-1:2]", ["x = a[:-2:2]", "x = a[::2]", "x = a[:-1]"]],
  ["slice-shift", "a[1:] = x", ["a[2:] = x", "a[0:] = x"]],
  ["slice-shift", "x = a[:]", []],
  ["slice-shift", "x = a[1]", []],

  ["const-shift", "x = 4 - n", ["x = 5 - n", "x = 3 - n"]],
  ["const-shift", "x = -1", ["x = 0", "x = -2"]],
  ["const-shift", "x = 100", ["x = 10", "x = 101"]],
  ["const-shift", "x = 1.5 + 0x10 + 1_000", []],
  ["const-shift", "x = a[2] + a[1:3] and range(4)", []],
  ["const-shift", "@times(2)\ndef f(a=3):\n    '''4'''", []],

  ["drop-plus-one", "x = j + 1", ["x = j"]],
  ["drop-plus-one", "x = (j - 1) * k", ["x = j * k"]],
  ["drop-plus-one", "x = 1 + a * b", ["x = a * b"]],
  ["drop-plus-one", "x = 1 - j", []],
  ["drop-plus-one", "x = j + 2", []],

  ["arith-swap", "x = a + b", ["x = a - b"]],
  ["arith-swap", "x = a * b // c", ["x = a + b // c", "x = a * b % c"]],
  ["arith-swap", "x = a | b", ["x = a & b"]],
  ["arith-swap", "x = 'a' + b", []],
  ["arith-swap", "x = [a] * b", []],
  ["arith-swap", "x = -a", []],
  ["arith-swap", "x = f(*a, **b)", []],

  ["operand-swap", "x = a - b * c", ["x = b * c - a"]],
  ["operand-swap", "x = a // (b - c)", ["x = (b - c) // a", "x = a // (c - b)"]],
  ["operand-swap", "x = a + 'b'", ["x = 'b' + a"]],
  ["operand-swap", "x = a + b", []],
  ["operand-swap", "x = n % 2", []],
  ["operand-swap", "x = a - b - c", ["x = b - a - c"]],

  ["operand-drop", "x = base + extra", ["x = base", "x = extra"]],
  [
    "operand-drop",
    "x = (a * b + c) % d",
    ["x = a * b + c", "x = a * b % d", "x = c % d", "x = (a + c) % d", "x = (b + c) % d"],
  ],
  ["operand-drop", "x = a // b", ["x = a"]],
  ["operand-drop", "x = a + 1", []],
  ["operand-drop", "x = a and b", []],

  ["unary-drop", "x = -a", ["x = a"]],
  ["unary-drop", "x = a and not (b or c)", ["x = a and (b or c)"]],
  ["unary-drop", "x = [~a, -1]", ["x = [a, -1]", "x = [~a, 1]"]],
  ["unary-drop", "if not a: go()", []],
  ["unary-drop", "x = a - b", []],

  ["rounding", "x = a / b", ["x = a // b"]],
  ["rounding", "x = (n + k - 1) // k", ["x = n // k", "x = (n + k - 1) / k"]],
  ["rounding", "x = -(-n // k)", ["x = n // k", "x = -(-n / k)"]],
  ["rounding", "x = round(a) + math.ceil(b)", ["x = int(a) + math.ceil(b)", "x = round(a) + math.floor(b)"]],
  ["rounding", "x = int(a / b)", ["x = round(a / b)", "x = int(a // b)"]],
  ["rounding", "x = int(text)", []],
  ["rounding", "x = round(a, 2)", []],

  [
    "init-value",
    lines("best = float('-inf')", "for x in xs:", "    best = max(best, x)"),
    [lines("best = 0", "for x in xs:", "    best = max(best, x)")],
  ],
  [
    "init-value",
    lines("total = 0", "for x in xs:", "    total += x"),
    [lines("total = 1", "for x in xs:", "    total += x"), lines("total = -1", "for x in xs:", "    total += x")],
  ],
  ["init-value", lines("high = len(a) - 1", "high -= 1"), [lines("high = len(a)", "high -= 1")]],
  ["init-value", lines("width = 0", "x = width"), []],
  ["init-value", lines("def f():", "    a = 0", "def g():", "    a = 1"), []],

  ["str-const", 'x = ", ".join(a)', ['x = ",".join(a)']],
  ["str-const", "x = ''", ["x = ' '"]],
  ["str-const", "x = a == 'left'", ["x = a == 'Left'"]],
  ["str-const", "x = '.,;'", ["x = '.,'"]],
  ["str-const", "raise ValueError('left')", []],
  ["str-const", "x = f'left' + r'left' + 'le\\nft' + '-'", []],
  ["str-const", lines("def f():", "    'left'", "    # 'left'"), []],
];
