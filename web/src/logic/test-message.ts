/** Takes apart what a failing test is told: its call, what was expected, what came, and the traceback. */

export interface TestMessage {
  readonly call: string;
  readonly expected: string;
  readonly got: string;
  readonly traceback: string;
}

const SHAPE =
  /^call:(?<call>[\s\S]*?)\nexpected: (?<expected>[\s\S]*?)\ngot: (?<got>[^\n]*(?:\n(?!Traceback )[^\n]*)*)(?:\n(?<traceback>[\s\S]*))?$/;

/** A message of another shape is shown whole, as what came. */
export function readTestMessage(message: string): TestMessage {
  const groups = SHAPE.exec(message)?.groups;
  if (!groups) return { call: "", expected: "", got: message, traceback: "" };
  const { call = "", expected = "", got = "", traceback = "" } = groups;
  return { call: unindent(call), expected, got, traceback };
}

function unindent(call: string): string {
  return call.trim().replace(/\n {2}/g, "\n");
}
