/** Forged answers to the question whether calls can be made on a module: given by that module, while it loads. */
import { type Category, onEachCall, REVERSE, SILENCE, SILENCING, smuggle } from "../attack.ts";

/** Writes an answer of its own in place of the driver's, and has a wrong function for the calls. */
const loadWith = (python: string): string =>
  `${SILENCING}${smuggle("posix")}.write(3, ${python})\n${SILENCE}\n${onEachCall("pass")}`;

export const FORGED_LOADS: Category = {
  title: "forged loads",
  attacks: [
    {
      name: "an invented syntax error fails every test of its own submission and no more",
      hack: "trusted output",
      task: REVERSE,
      code: loadWith(`b'{"kind":"syntax","type":"Forged","message":"m","line":1,"column":1}'`),
      seen: [/^0 of 7/, /got: Forged: m \(line 1\)/],
    },
    {
      name: "a made-up syntax error of sixty thousand characters is told in five hundred",
      hack: "trusted output",
      task: REVERSE,
      code: loadWith(`b'{"kind":"syntax","type":"T","message":"' + b'm' * 60000 + b'","line":null,"column":null}'`),
      seen: [/^0 of 7/, /got: T: m{400}/],
      unseen: [/m{600}/],
    },
    {
      name: "a module that claims to be loaded, with a value of its own, has given no call's answer",
      hack: "trusted output",
      task: REVERSE,
      code: loadWith(`b'{"kind":"value","value":"olleh"}'`),
      seen: [/^0 of 7/, /expected: 'olleh'\n +got: the interpreter stopped: the interpreter gave no readable answer/],
    },
    {
      name: "a module that writes an answer before the driver's own is not loaded",
      hack: "trusted output",
      task: REVERSE,
      code: onEachCall("pass", `${smuggle("posix")}.write(3, b'{"kind":"value","value":"ba"}')`),
      seen: [/^0 of 7/, /expected: 'ba'\n +got: the interpreter stopped: the interpreter gave no readable answer/],
    },
    {
      name: "a module that claims to be loaded and leaves the process is a crash for every call",
      hack: "early exit",
      task: REVERSE,
      code: `posix = ${smuggle("posix")}\nposix.write(3, b'{"kind":"value","value":null}')\nposix._exit(0)\n`,
      seen: [/^0 of 7/, /expected: 'ba'\n +got: the interpreter stopped: the program ended the interpreter/],
    },
    {
      name: "a module that catches its time-out and claims to be loaded gets no call",
      hack: "tampered timer",
      task: REVERSE,
      code: onEachCall("pass", "try:\n    while True:\n        pass\nexcept BaseException:\n    pass"),
      seen: [/^0 of 7/, /expected: 'ba'\n +got: no end/],
    },
  ],
};
