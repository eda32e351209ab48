/** `sorted(xs, reverse=True)` to `sorted(xs)`: an option is forgotten, or turned round. Sources: CR, TS, PT. */
import { callOperator, keywordOf, withoutArgument } from "../calls.ts";
import { type MutationOperator, replaceSpan } from "../define-operator.ts";
import { presetsOf } from "../definitions.ts";
import { sourceOf } from "../parsed-program.ts";

/** Options of Python's own functions that may be left out. */
const OPTIONS: ReadonlySet<string> = new Set(
  "key reverse default end sep start base strict maxsplit last keepends ndigits maxlen lo hi fillvalue initial".split(
    " ",
  ),
);

export const kwargDrop: MutationOperator = callOperator({
  name: "kwarg-drop",
  bugType: "wrong-argument",
  realism: "realistic",
  ofCall: (program, call) =>
    call.args.flatMap((argument, at) => {
      const keyword = keywordOf(program, argument);
      if (keyword === null) return [];
      const presets = presetsOf(program, call.name);
      const mayGo = presets === null ? OPTIONS.has(keyword) : presets.includes(keyword);
      const text = sourceOf(program, argument.value);
      const turned = text === "True" ? "False" : text === "False" ? "True" : null;
      const dropped = mayGo && call.args.length > 1 ? [withoutArgument(call, at)] : [];
      return turned === null ? dropped : [...dropped, replaceSpan(argument.value, turned)];
    }),
});
