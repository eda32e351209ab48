/** A sandbox without a guest: a function says what each batch gives. */

import { parseLiteral } from "../../../src/languages/python/literal.ts";
import type { Batch, Outcome, RunOptions, Sandbox } from "../../../src/sandbox/sandbox.ts";

export interface ScriptedSandbox extends Sandbox {
  readonly batches: Batch[];
  readonly options: (RunOptions | undefined)[];
}

export function scriptedSandbox(answer: (batch: Batch) => readonly Outcome[]): ScriptedSandbox {
  const batches: Batch[] = [];
  const options: (RunOptions | undefined)[] = [];
  const run: Sandbox["run"] = async (batch, runOptions) => {
    runOptions?.signal?.throwIfAborted();
    batches.push(batch);
    options.push(runOptions);
    return { syntax: null, outcomes: answer(batch), fuel: 1000 };
  };
  return {
    batches,
    options,
    run,
    async close() {},
  };
}

export function gives(literal: string): Outcome {
  return { kind: "value", value: parseLiteral(literal), stdout: "" };
}

export function raised(type: string, module = "builtins"): Outcome {
  return { kind: "raised", type, module, message: "no", traceback: `${type}: no`, line: 1, stdout: "" };
}
