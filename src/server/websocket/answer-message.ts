/** What a session answers to one message, whichever frame the message came in. */
import type { ClientMessage } from "../../protocol/protocol.ts";
import type { Session } from "../../sessions/session.ts";
import { answerOpenEnv, type RpcContext } from "../mcp/openenv-dialect.ts";
import { answerToolStep } from "./answer-tool-step.ts";
import { type AnswerParts, answerParts, observationParts } from "./frames.ts";

/** A message to one session. */
export type SessionMessage = Exclude<ClientMessage, { type: "batch" }>;

export interface MessageContext extends Omit<RpcContext, "own" | "requestId"> {
  /** Whether who asks has shown a token that may read what others play. */
  readonly isReader: boolean;
}

/** Null for a message that asks to close. @throws TraceFixError whatever the session refuses with */
export async function answerMessage(
  message: SessionMessage,
  session: Session,
  context: MessageContext,
): Promise<AnswerParts | null> {
  const requestId = message.request_id ?? undefined;
  switch (message.type) {
    case "reset":
      return observationParts(await session.reset(message.data ?? {}, { isReader: context.isReader }));
    case "step":
      if ("type" in message.data) return answerToolStep(message.data, session, { ...context, requestId });
      return observationParts(await session.step(message.data.action, { ...message.data, requestId }));
    case "state":
      return answerParts("state", await session.state());
    case "mcp":
      return answerParts("mcp", (await answerOpenEnv(message.data, { ...context, own: session, requestId })).body);
    case "close":
      return null;
  }
}
