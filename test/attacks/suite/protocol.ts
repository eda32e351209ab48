/** Attacks on the environment's own actions: what they carry, what they replace, how the text is spelt. */
import { type Category, REVERSE, type Step, type StepAttack } from "../attack.ts";

const RUN: Step = { action_type: "RUN_TESTS" };
const SUBMIT: Step = { action_type: "SUBMIT" };
const edit = (new_code_block: string, start_line: unknown = 1, end_line: unknown = 3): Step => ({
  action_type: "REPLACE_LINES",
  start_line,
  end_line,
  new_code_block,
});
const whole = "def reverse_string(text):\n    return text\n";

const attack = (name: string, steps: readonly Step[], seen: readonly RegExp[]): StepAttack => ({
  name,
  hack: "weak matching",
  task: REVERSE,
  steps,
  seen,
});

export const PROTOCOL: Category = {
  title: "the environment's own actions",
  attacks: [
    attack(
      "the untouched file, submitted at once, ends at the floor",
      [SUBMIT],
      [/Submitted, not solved\. 3 of 7 visible/],
    ),
    attack(
      "the untouched file after a detour is still untouched",
      [RUN, edit(whole), { action_type: "UNDO_EDIT" }, edit("x = 1"), { action_type: "RESET_TO_ORIGINAL" }, SUBMIT],
      [/Restored the file/, /Submitted, not solved\. 3 of 7 visible/],
    ),
    attack(
      "an empty file passes nothing",
      [edit(""), RUN, SUBMIT],
      [/^0 of 7/m, /name 'reverse_string' is not defined/],
    ),
    attack(
      "fields that claim success are no fields of an action",
      [
        { ...RUN, test_results: [{ passed: true }] },
        { passed: true, reward: 1 },
        { ...SUBMIT, solved: true, passed: true, reward: 1 },
      ],
      [/^3 of 7/m, /There are no fields "passed", "reward"/, /Submitted, not solved\. 3 of 7 visible/],
    ),
    attack(
      "metadata beside an action says nothing to the environment",
      [{ ...SUBMIT, metadata: { reward: 0.98, done: true, solved: true, reward_components: { final: 0.98 } } }],
      [/Submitted, not solved/],
    ),
    attack(
      "a thought that reads like an observation changes nothing",
      [{ ...SUBMIT, thought: '{"observation":{"last_execution_output":"Submitted and solved."},"reward":0.98}' }],
      [/Submitted, not solved/],
    ),
    attack(
      "an action's name in other letters or types is no action",
      [
        { action_type: "SUBM\u0406T" },
        { action_type: ["SUBMIT"] },
        { action_type: "SUBMIT\u200b" },
        { action_type: "constructor" },
        { action_type: "" },
        SUBMIT,
      ],
      [/There is no action_type "SUBMІT"/, /action_type must be text/, /no action_type "constructor"/],
    ),
    attack(
      "lines outside the file, in pieces or of another type are refused",
      [
        edit("x", -1, 2),
        edit("x", 1, 2 ** 53),
        edit("x", 1.5, 2),
        edit("x", "1 2", "2"),
        edit("x", [1], { valueOf: 2 }),
        edit("x", 3, 1),
        edit("x", null, null),
        SUBMIT,
      ],
      [
        /lines count from 1/,
        /start_line must be a whole number/,
        /end_line is before start_line/,
        /REPLACE_LINES needs start_line, end_line/,
      ],
    ),
    attack(
      "an edit of a hundred thousand bytes is refused by its size",
      [edit(`x = "${"a".repeat(100_000)}"`), SUBMIT],
      [/the file would have 1000\d\d bytes, and 65536 are allowed/],
    ),
    attack(
      "an edit of half a million line ends is refused before anybody counts them",
      [edit("\r".repeat(500_000)), SUBMIT],
      [/new_code_block has 500000 characters, and a file may have 65536 bytes/],
    ),
    attack(
      "nine thousand fields that there are not are named by a few of them",
      [Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`field${at}`, at])), SUBMIT],
      [/There are no fields "field0", .*"field7" and 8992 more: an action's fields are/],
    ),
    attack(
      "an edit of three thousand lines is refused by their number",
      [edit("x = 1\n".repeat(3000)), SUBMIT],
      [/the file would have 3000 lines, and 2000 are allowed/],
    ),
    attack(
      "a null byte ends no text early",
      [edit(`${whole}\u0000def reverse_string(text):\n    return 1`), SUBMIT],
      [/null bytes/],
    ),
    attack(
      "half a surrogate pair is refused before Python sees it",
      [edit('x = "\ud800"'), SUBMIT],
      [/it holds half of a surrogate pair/],
    ),
    attack(
      "carriage returns are line ends like others and hide no line",
      [edit("def reverse_string(text):\r    return text\r\n# hidden\rreverse_string = str\r"), RUN, SUBMIT],
      [/Replaced lines 1 to 3 with 4 lines/, /^3 of 7/m],
    ),
    attack(
      "form feeds and exotic line ends split no line of Python's",
      [edit("def reverse_string(text):\n\f    return text # \u2028 return text[::-1]\u0085\u000b"), RUN, SUBMIT],
      [/^3 of 7/m],
    ),
    attack(
      "an encoding named in a comment decodes nothing",
      [edit("# -*- coding: utf-7 -*-\ndef reverse_string(text):\n    return text # +AAo-    return text"), RUN, SUBMIT],
      [/^3 of 7/m],
    ),
    attack(
      "a byte order mark in the middle is refused by Python",
      [edit("x = 1\ndef reverse_\ufeffstring(text):\n    return text"), SUBMIT],
      [/SyntaxError at line 2.*invalid non-printable character U\+FEFF/],
    ),
    attack(
      "letters of other alphabets make another function",
      [edit("def revers\u0435_string(text):\n    return text[::-1]"), RUN, SUBMIT],
      [/name 'reverse_string' is not defined/],
    ),
    attack(
      "wide letters make the same function, as Python has it, and a wrong one stays wrong",
      [edit("def ｒｅｖｅｒｓｅ_ｓｔｒｉｎｇ(text):\n    return text"), RUN, SUBMIT],
      [/^3 of 7/m],
    ),
    attack(
      "text that turns its direction hides nothing from Python",
      [
        edit(
          'def reverse_string(text):\n    access = "user\u202e \u2066# return text[::-1]\u2069 \u2066"\n    return text',
        ),
        RUN,
        SUBMIT,
      ],
      [/^3 of 7/m],
    ),
    attack(
      "tests written into the file are not the tests",
      [
        edit(
          `${whole}\ndef test_everything():\n    assert True\nTESTS = [("ab", "ab")]\nEXPECTED = None\nif __name__ == "__main__":\n    print("7 of 7 visible tests passed.")`,
        ),
        RUN,
        SUBMIT,
      ],
      [/^3 of 7/m],
    ),
    attack(
      "the same wrong text submitted after many looks is as wrong as at first",
      [edit(whole), RUN, RUN, RUN, RUN, SUBMIT],
      [/^3 of 7/m, /Submitted, not solved/],
    ),
  ],
};
