/** Programs of our own whose calls are hard to compare, each right and wrong, with asserts as people write them. */

export interface AwkwardProgram {
  readonly name: string;
  readonly description: string;
  readonly fixed: string;
  readonly buggy: string;
  /** Statements of a test, one text for each test. */
  readonly tests: readonly string[];
}

const NODE = `class Node:
    def __init__(self, value=None, successor=None):
        self.value = value
        self.successor = successor


`;

const WITHOUT_END = `def halvings(n):
    count = 0
    while n > 1:
        n = n // 2
        count += 1
    return count
`;

export const AWKWARD_PROGRAMS: readonly AwkwardProgram[] = [
  {
    name: "rotate_left",
    description: "rotate_left(items, steps) moves the first items of a list to its end, in place, and returns nothing.",
    fixed: "def rotate_left(items, steps):\n    for _ in range(steps):\n        items.append(items.pop(0))\n",
    buggy: "def rotate_left(items, steps):\n    for _ in range(steps - 1):\n        items.append(items.pop(0))\n",
    tests: [
      "items = [1, 2, 3]\nrotate_left(items, 1)\nassert items == [2, 3, 1]",
      "items = ['a', 'b']\nassert rotate_left(items, 0) is None\nassert items == ['a', 'b']",
      "items = [5, 6, 7, 8]\nrotate_left(items, 3)\nassert items == [8, 5, 6, 7]",
    ],
  },
  {
    name: "running_totals",
    description: "running_totals(numbers) yields the sum of the numbers so far, for each number.",
    fixed:
      "def running_totals(numbers):\n    total = 0\n    for number in numbers:\n        total += number\n        yield total\n",
    buggy:
      "def running_totals(numbers):\n    total = 0\n    for number in numbers:\n        yield total\n        total += number\n",
    tests: [
      "assert list(running_totals([1, 2, 3])) == [1, 3, 6]\nassert list(running_totals([])) == []",
      "for numbers, totals in [([4], [4]), ([0, 0], [0, 0]), ([-1, 5], [-1, 4])]:\n    assert list(running_totals(numbers)) == totals",
    ],
  },
  {
    name: "append_node",
    description: "append_node(head, value) puts a node with the value behind the last one and returns the head.",
    fixed: `${NODE}def append_node(head, value):
    fresh = Node(value)
    if head is None:
        return fresh
    node = head
    while node.successor is not None:
        node = node.successor
    node.successor = fresh
    return head
`,
    buggy: `${NODE}def append_node(head, value):
    fresh = Node(value)
    if head is None:
        return fresh
    node = head
    while node.successor is not None:
        node = node.successor
    node.successor = fresh
    return node
`,
    tests: [
      "head = append_node(None, 1)\nassert head.value == 1\nassert head.successor is None",
      "last = Node(2)\nfirst = Node(1, last)\nhead = append_node(first, 3)\nassert head is first\nvalues = []\nwhile head:\n    values.append(head.value)\n    head = head.successor\nassert values == [1, 2, 3]",
      "node = Node(7)\nassert append_node(node, 8).value == 7",
    ],
  },
  {
    name: "mean_gap",
    description: "mean_gap(numbers) is the mean distance between neighbours; 0.0 where there are fewer than two.",
    fixed:
      "def mean_gap(numbers):\n    gaps = [abs(b - a) for a, b in zip(numbers, numbers[1:])]\n    return sum(gaps) / len(gaps) if gaps else 0.0\n",
    buggy:
      "def mean_gap(numbers):\n    gaps = [b - a for a, b in zip(numbers, numbers[1:])]\n    return sum(gaps) / len(gaps) if gaps else 0.0\n",
    tests: [
      "assert abs(mean_gap([1.0, 1.1, 1.4]) - 0.2) < 1e-6\nassert mean_gap([]) == 0.0",
      "assert abs(mean_gap([3.5, 1.5, 2.0]) - 1.25) < 1e-6\nassert mean_gap([2.0]) == 0.0",
    ],
  },
  {
    name: "extremes",
    description: "extremes(numbers) is a tuple of the smallest and the largest number, or None where there is none.",
    fixed: "def extremes(numbers):\n    return (min(numbers), max(numbers)) if numbers else None\n",
    buggy: "def extremes(numbers):\n    return (numbers[0], max(numbers)) if numbers else None\n",
    tests: [
      "assert extremes([]) is None\nassert extremes([4]) == (4, 4)",
      "assert extremes([3, 1, 2]) == (1, 3)\nassert extremes([1, 9, 5]) == (1, 9)\nassert extremes([-2, -7]) == (-7, -2)",
    ],
  },
  {
    name: "shared_letters",
    description: "shared_letters(one, other) is the set of letters that are in both, whatever their case.",
    fixed: "def shared_letters(one, other):\n    return {c for c in one.lower() if c.isalpha()} & set(other.lower())\n",
    buggy: "def shared_letters(one, other):\n    return {c for c in one.lower() if c.isalpha()} & set(other)\n",
    tests: [
      "assert shared_letters('abc', 'bcd') == {'b', 'c'}\nassert shared_letters('', 'x') == set()",
      "assert shared_letters('Tea', 'TEN') == {'t', 'e'}\nassert shared_letters('no', 'Yes') == set()\nassert shared_letters('Oslo', 'LO') == {'o', 'l'}",
    ],
  },
  {
    name: "parse_level",
    description: "parse_level(text) reads a whole number from 1 to 9 and raises ValueError for any other text.",
    fixed:
      "def parse_level(text):\n    level = int(text)\n    if not 1 <= level <= 9:\n        raise ValueError(text)\n    return level\n",
    buggy:
      "def parse_level(text):\n    level = int(text)\n    if not 0 <= level <= 9:\n        raise ValueError(text)\n    return level\n",
    tests: [
      "assert parse_level('3') == 3\nassert parse_level(' 9 ') == 9",
      "import pytest\nwith pytest.raises(ValueError):\n    parse_level('0')\nwith pytest.raises(ValueError):\n    parse_level('ten')\nassert parse_level('1') == 1",
    ],
  },
  {
    name: "halvings",
    description: "halvings(n) is how often n, a whole number from 0, can be halved before it is at most 1.",
    fixed: WITHOUT_END,
    buggy: WITHOUT_END.replace("n // 2", "(n + 1) // 2 if n % 3 else n"),
    tests: [
      "assert halvings(1) == 0\nassert halvings(8) == 3\nassert halvings(2) == 1\nassert halvings(9) == 3\nassert halvings(20) == 4",
    ],
  },
  {
    name: "nesting",
    description: "nesting(items) is how deep lists are nested: 1 for a flat list.",
    fixed:
      "def nesting(items):\n    inner = [nesting(one) for one in items if isinstance(one, list)]\n    return 1 + max(inner, default=0)\n",
    buggy:
      "def nesting(items):\n    inner = [nesting(items) for one in items if isinstance(one, list)]\n    return 1 + max(inner, default=0)\n",
    tests: [
      "assert nesting([]) == 1\nassert nesting([1, 2]) == 1",
      "assert nesting([[1], 2]) == 2\nassert nesting([1, [2, [3]]]) == 3",
    ],
  },
];

/** Each test as a function. */
export function testFunctions({ name, tests }: AwkwardProgram): string {
  return tests.map((test, at) => `def test_${name}_${at + 1}():\n${test.replace(/^/gm, "    ")}\n`).join("\n\n");
}
