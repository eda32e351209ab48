/** The frames that the server sends, as text. */
import type { CodeObservation, CodeState, StepResult, TraceFixError } from "../../protocol/protocol.ts";
import type { RpcAnswer } from "../mcp/rpc.ts";

/** An answer to one frame. */
export interface Reply {
  readonly text: string;
  /** Whether the socket is closed after it. */
  readonly last: boolean;
}

/** Nothing is sent, and the socket stays open. */
export const NO_REPLY: Reply = { text: "", last: false };

/** After these a socket has no session to go on with. */
const FATAL: ReadonlySet<string> = new Set(["CAPACITY_REACHED", "FACTORY_ERROR", "SESSION_ERROR"]);

export type RequestId = string | null | undefined;

export function observationReply({ observation, reward, done }: StepResult, requestId: RequestId): Reply {
  const metadata = JSON.stringify(observation.metadata);
  const lifted = metadata === "{}" ? "" : `,"metadata":${metadata}`;
  const seen = observationText(observation, metadata);
  const data = `{"observation":${seen},"reward":${JSON.stringify(reward)},"done":${done}${lifted}}`;
  const echoed = requestId == null ? "" : `,"request_id":${JSON.stringify(requestId)}`;
  return { text: `{"type":"observation","data":${data}${echoed}}`, last: false };
}

/**
 * What `JSON.stringify` makes of an observation, faster: most steps leave code and results as they were, and those parts
 * are the larger ones.
 */
function observationText(observation: CodeObservation, metadata: string): string {
  const {
    code_dict,
    localized_context,
    last_execution_output,
    syntax_error,
    test_results,
    metadata: _,
    ...rest
  } = observation;
  const before = JSON.stringify({ localized_context, last_execution_output, syntax_error }).slice(1, -1);
  const after = JSON.stringify(rest).slice(1, -1);
  return `{"code_dict":${textOf(code_dict)},${before},"test_results":${textOf(test_results)},${after},"metadata":${metadata}}`;
}

/** JSON of objects that never change, for as long as they live. */
const texts = new WeakMap<object, string>();

function textOf(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

export function stateReply(state: CodeState, requestId: RequestId): Reply {
  return reply("state", state, requestId);
}

/** The answer to a step of an older client. */
export function toolReply(data: object, requestId: RequestId): Reply {
  return reply("observation", data, requestId);
}

export function mcpReply(answer: RpcAnswer, requestId: RequestId): Reply {
  return reply("mcp", answer, requestId);
}

export function errorReply({ message, code, details }: TraceFixError, requestId?: RequestId): Reply {
  return { ...reply("error", { ...details, message, code }, requestId), last: FATAL.has(code) };
}

/** A frame of any other type. */
export function reply(type: string, data: object, requestId: RequestId): Reply {
  const echoed = requestId == null ? {} : { request_id: requestId };
  return { text: JSON.stringify({ type, data, ...echoed }), last: false };
}
