/** Tools of `POST /mcp`, in OpenEnv's dialect and in that of the Model Context Protocol. */
import { z } from "zod";
import {
  operatorStatesSchema,
  REPLACE_TEXT,
  rpcResponseSchema,
  START_EPISODE,
  type StepData,
  toolObservationSchema,
} from "../../../src/protocol/protocol.ts";
import { type Door, type DoorKind, OPERATOR_TOKEN, type Told } from "../door.ts";

const resultSchema = toolObservationSchema.extend({ reward: z.number(), done: z.boolean() });
const streamableSchema = z.object({
  isError: z.boolean(),
  content: z.array(z.object({ text: z.string() })),
  structuredContent: resultSchema.optional(),
});

type Json = Readonly<Record<string, unknown>>;

interface Posted {
  readonly result: unknown;
  readonly text: string;
  readonly headers: Headers;
}

/** Where a session's requests go, and how a tool's result is read. */
interface Dialect {
  readonly headers: Readonly<Record<string, string>>;
  readonly params: Json;
  read(result: unknown): z.infer<typeof resultSchema>;
}

async function post(port: number, method: string, { headers, params }: Pick<Dialect, "headers" | "params">) {
  const answer = await fetch(`http://127.0.0.1:${port}/mcp`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const text = await answer.text();
  const { result, error } = rpcResponseSchema.parse(JSON.parse(text));
  if (error !== undefined) throw new Error(error.message);
  return { result, text, headers: answer.headers } satisfies Posted;
}

/** The tool that stands for an action; one that there is not is called by the name that was sent. */
function toolOf({ action_type, ...fields }: StepData): { name: string; arguments: Json } {
  const name = "old_code_block" in fields ? REPLACE_TEXT : String(action_type).toLowerCase();
  return { name, arguments: fields };
}

function mcpDoor(shakeHands: (port: number) => Promise<Dialect>): DoorKind {
  return {
    unknownAction: "refusal",
    open: async (port): Promise<Door> => {
      const dialect = await shakeHands(port);
      const call = async (tool: { name: string; arguments: Json }): Promise<Told> => {
        const params = { ...dialect.params, ...tool };
        const { result, text } = await post(port, "tools/call", { headers: dialect.headers, params });
        const { reward, done, ...observation } = dialect.read(result);
        return { observation, reward, done, bytes: text };
      };
      return {
        reset: (request) => call({ name: START_EPISODE, arguments: request }),
        step: (action) => call(toolOf(action)),
        state: async (label) => {
          const answer = await fetch(`http://127.0.0.1:${port}/operator/state?episode_id=${label}`, {
            headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
          });
          const [state] = operatorStatesSchema.parse(await answer.json()).episodes;
          if (state === undefined) throw new Error(`No episode ${label} is under way`);
          return state;
        },
        [Symbol.asyncDispose]: async () => undefined,
      };
    },
  };
}

export const openEnvMcp = mcpDoor(async (port) => {
  const { result } = await post(port, "openenv/session/create", { headers: {}, params: {} });
  const { session_id } = z.object({ session_id: z.string() }).parse(result);
  const answerSchema = z.object({ data: resultSchema });
  return { headers: {}, params: { session_id }, read: (given) => answerSchema.parse(given).data };
});

export const streamableMcp = mcpDoor(async (port) => {
  const params = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "suite", version: "1" } };
  const { headers } = await post(port, "initialize", { headers: {}, params });
  return {
    headers: { "mcp-session-id": headers.get("mcp-session-id") ?? "" },
    params: {},
    read: (given) => {
      const { isError, content, structuredContent } = streamableSchema.parse(given);
      if (isError || structuredContent === undefined) throw new Error(content.map(({ text }) => text).join("\n"));
      return structuredContent;
    },
  };
});
