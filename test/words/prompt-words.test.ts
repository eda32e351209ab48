/** The prompt is joined and parted by the same words, whatever stands in it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { systemPrompt } from "../../src/environment/prompt.ts";
import { PROMPT_FORMS, REWARD_PROFILES } from "../../src/protocol/protocol.ts";
import { numberLines } from "../../src/words/lines.ts";
import { splitPrompt, theFile, whatIsAsked } from "../../src/words/prompt-words.ts";
import { oneFile } from "../support/source.ts";
import { makeProgram } from "../tasks/support/make-task.ts";

const description = fc.constantFrom(
  "It adds.",
  "It adds.\n\nProgram: another (Another)",
  "Program: x\n\nThe file:\n1 | y",
);

it("comes apart where what is asked begins, and is whole again", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PROMPT_FORMS),
      fc.constantFrom(...REWARD_PROFILES),
      description,
      (form, profile, told) => {
        const program = makeProgram({ description: told });
        const prompt = systemPrompt({ program, given: oneFile("x = 1\n"), maxSteps: 50, profile, form });
        const { rules, about } = splitPrompt(prompt);
        const { name, title, entryPoint, language } = program;
        const asked = {
          name,
          title,
          entryPoint,
          language: language.name,
          maxSteps: 50,
          description: told,
          code: theFile(["x = 1"]),
        };
        expect(about).toBe(whatIsAsked(asked));
        expect(about?.endsWith(numberLines(["x = 1"]).join("\n"))).toBe(true);
        expect(rules).not.toContain(name);
        expect(`${rules}\n\n${about}`).toBe(prompt);
      },
    ),
  );
});

it("is all rules where nothing is asked", () => {
  expect(splitPrompt("Find the bug.")).toEqual({ rules: "Find the bug.", about: null });
});
