/** The frames that the server sends, as text. */
import type { StepResult, TraceFixError } from "../../protocol/protocol.ts";
import { jsonText } from "../json/json-text.ts";
import { metadataText, numberText, observationText, stringText } from "./observation-text.ts";

/** An answer to one frame. */
export interface Reply {
  readonly text: string;
  /** Whether the socket is closed after it. */
  readonly last: boolean;
  /** With which code it is closed then; 1000 if left out. */
  readonly code?: number;
  /** Where more frames answer the same: makes the next one, once the client has taken this. Never rejects. */
  readonly next?: () => Promise<Reply>;
  /** What is ready for those frames, which waits with this one. */
  readonly waiting?: WaitingAnswers;
}

export interface WaitingAnswers {
  bytes(): number;
  /** From now on calls this whenever they have become more. */
  whenMore(grown: () => void): void;
}

/** What answers a message, in whichever frame it goes out. */
export interface AnswerParts {
  readonly type: string;
  /** The JSON of its data. */
  dataText(): string;
}

/** Nothing is sent, and the socket stays open. */
export const NO_REPLY: Reply = { text: "", last: false };

/** After these a socket has no session to go on with. */
const FATAL: ReadonlySet<string> = new Set(["CAPACITY_REACHED", "FACTORY_ERROR", "SESSION_ERROR"]);

export type RequestId = string | null | undefined;

export function observationReply(result: StepResult, requestId: RequestId): Reply {
  return replyOf(observationParts(result), requestId);
}

export function observationParts({ observation, reward, done }: StepResult): AnswerParts {
  const dataText = () => {
    const metadata = metadataText(observation.metadata);
    const seen = observationText(observation, metadata);
    return `{"observation":${seen},"reward":${numberText(reward)},"done":${done},"metadata":${metadata}}`;
  };
  return { type: "observation", dataText };
}

/** An answer of any other type. */
export function answerParts(type: string, data: object): AnswerParts {
  return { type, dataText: () => jsonText(data) };
}

export function errorParts({ message, code, details }: TraceFixError): AnswerParts {
  return answerParts("error", { ...details, message, code });
}

export function errorReply(error: TraceFixError, requestId?: RequestId): Reply {
  return { ...replyOf(errorParts(error), requestId), last: FATAL.has(error.code) };
}

/** The frame that holds nothing but one answer. */
export function replyOf({ type, dataText }: AnswerParts, requestId: RequestId): Reply {
  const echoed = requestId == null ? "" : `,"request_id":${stringText(requestId)}`;
  return { text: `{"type":"${type}","data":${dataText()}${echoed}}`, last: false };
}
