/** The frames that the server sends, as text. */
import type { CodeState, StepResult, TraceFixError } from "../../protocol/protocol.ts";
import { jsonText } from "../json/json-text.ts";
import type { RpcAnswer } from "../mcp/rpc.ts";
import { metadataText, numberText, observationText, stringText } from "./observation-text.ts";

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
  const metadata = metadataText(observation.metadata);
  const seen = observationText(observation, metadata);
  const data = `{"observation":${seen},"reward":${numberText(reward)},"done":${done},"metadata":${metadata}}`;
  const echoed = requestId == null ? "" : `,"request_id":${stringText(requestId)}`;
  return { text: `{"type":"observation","data":${data}${echoed}}`, last: false };
}

export function stateReply(state: CodeState, requestId: RequestId): Reply {
  return replyFrame("state", state, requestId);
}

/** The answer to a step of an older client. */
export function toolReply(data: object, requestId: RequestId): Reply {
  return replyFrame("observation", data, requestId);
}

export function mcpReply(answer: RpcAnswer, requestId: RequestId): Reply {
  return replyFrame("mcp", answer, requestId);
}

export function errorReply({ message, code, details }: TraceFixError, requestId?: RequestId): Reply {
  return { ...replyFrame("error", { ...details, message, code }, requestId), last: FATAL.has(code) };
}

/** A frame of any other type. */
export function replyFrame(type: string, data: object, requestId: RequestId): Reply {
  const echoed = requestId == null ? {} : { request_id: requestId };
  return { text: jsonText({ type, data, ...echoed }), last: false };
}
