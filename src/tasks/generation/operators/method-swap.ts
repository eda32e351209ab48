/** `append` for `extend`, `find` for `rfind`: another method of the same kind of value is called. Sources: HE, TS. */
import { callOperator } from "../calls.ts";
import { type MutationOperator, replaceSpan } from "../define-operator.ts";
import { valueKindOf } from "../kinds.ts";
import { sourceOf } from "../parsed-program.ts";

const SWAPPED: Readonly<Record<string, readonly string[]>> = {
  append: ["appendleft"],
  appendleft: ["append"],
  extend: ["append"],
  popleft: ["pop"],
  find: ["rfind"],
  rfind: ["find"],
  index: ["find"],
  strip: ["lstrip", "rstrip"],
  lstrip: ["strip", "rstrip"],
  rstrip: ["strip", "lstrip"],
  lower: ["upper"],
  upper: ["lower"],
  startswith: ["endswith"],
  endswith: ["startswith"],
  keys: ["values"],
  values: ["keys"],
  isdigit: ["isalnum"],
  isalpha: ["isalnum"],
  isalnum: ["isalpha"],
  isupper: ["islower"],
  islower: ["isupper"],
  discard: ["remove"],
  setdefault: ["get"],
  union: ["intersection"],
  intersection: ["union"],
  difference: ["symmetric_difference"],
  symmetric_difference: ["difference"],
  issubset: ["issuperset"],
  issuperset: ["issubset"],
  ljust: ["rjust"],
  rjust: ["ljust"],
  partition: ["rpartition"],
  rpartition: ["partition"],
  title: ["capitalize"],
  capitalize: ["title"],
  bisect_left: ["bisect_right"],
  bisect_right: ["bisect_left"],
};

export const methodSwap: MutationOperator = callOperator({
  name: "method-swap",
  bugType: "wrong-function",
  realism: "realistic",
  ofCall: (program, { call, name, receiver }) => {
    const method = call.firstChild?.lastChild;
    // A method of a class of the file is no method of a text or list.
    if (receiver === null || !method || sourceOf(program, receiver) === "self") return [];
    const isDeque = valueKindOf(program, receiver) === "deque";
    return (SWAPPED[name] ?? [])
      .filter((other) => other !== "appendleft" || isDeque)
      .map((other) => replaceSpan(method, other));
  },
});
