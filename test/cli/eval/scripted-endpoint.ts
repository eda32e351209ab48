/** An OpenAI-compatible endpoint that answers as a test says, well or badly. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";

const requestSchema = z.looseObject({
  messages: z.array(z.looseObject({ role: z.string(), content: z.string().nullable() })),
});
export type Asked = z.infer<typeof requestSchema>;

/** Answers one request; `count` counts all requests from 0. */
export type Script = (asked: Asked, response: ServerResponse, count: number) => void;

export interface ScriptedEndpoint extends AsyncDisposable {
  /** For API_BASE_URL. */
  readonly url: string;
  /** The requests for a completion, in order. */
  readonly asked: readonly Asked[];
}

export async function openEndpoint(script: Script, { modelsStatus = 200 } = {}): Promise<ScriptedEndpoint> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    if (request.url === "/v1/models") return response.writeHead(modelsStatus).end("{}");
    const body = requestSchema.parse(JSON.parse(await textOf(request)));
    asked.push(body);
    return script(body, response, asked.length - 1);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the endpoint has no port");
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

/** The disciplined loop on `binary_search_off_by_one`. */
export const TASK = "binary_search_off_by_one";
export const FIX = { start_line: 4, end_line: 4, new_code_block: "    while size > 0:" };
export const LOOP = [
  { action_type: "RUN_TESTS" },
  { action_type: "REPLACE_LINES", ...FIX },
  { action_type: "RUN_TESTS" },
  { action_type: "SUBMIT" },
] as const;
const TOOL_NAMES = { RUN_TESTS: "run_tests", REPLACE_LINES: "replace_lines", SUBMIT: "submit" } as const;

/** The action that a model that has taken so many takes next. */
export function nextAction({ messages }: Asked): (typeof LOOP)[number] {
  const taken = messages.filter(({ role }) => role === "assistant").length;
  return LOOP[taken] ?? LOOP[3];
}

export const USAGE = { prompt_tokens: 100, completion_tokens: 10 };

export function say(response: ServerResponse, content: string | null, more: object = {}): void {
  const { finish_reason = "stop", ...message } = { finish_reason: "stop", ...more };
  answer(response, {
    choices: [{ index: 0, message: { role: "assistant", content, ...message }, finish_reason }],
    usage: USAGE,
  });
}

export function answer(response: ServerResponse, body: object, status = 200, headers = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

export function refuse(response: ServerResponse, status: number, message: string, headers = {}): void {
  answer(response, { error: { message } }, status, headers);
}

/** The same action in a form that is off in every way that a model's may be. */
export function clumsy({ action_type, ...fields }: (typeof LOOP)[number]): object {
  const numbers = Object.entries(fields).map(([name, value]) => [name, String(value)]);
  return { ...Object.fromEntries(numbers), action_type: action_type.toLowerCase(), random_string: "x" };
}

/** @param encode writes the arguments as text */
export function call(
  response: ServerResponse,
  { action_type, ...fields }: (typeof LOOP)[number],
  encode: (value: object) => string = JSON.stringify,
): void {
  const called = { name: TOOL_NAMES[action_type], arguments: encode(fields) };
  say(response, null, {
    tool_calls: [{ id: "call_1", type: "function", function: called }],
    finish_reason: "tool_calls",
  });
}

/** The text in pieces, as a stream of chunks; without its end if it is to break off. */
export function stream(response: ServerResponse, content: string, { breaksOff = false } = {}): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (chunk: object) => response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  for (const piece of content.match(/.{1,7}/gs) ?? []) send({ choices: [{ index: 0, delta: { content: piece } }] });
  if (breaksOff) return void response.end();
  send({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
  send({ choices: [], usage: USAGE });
  response.end("data: [DONE]\n\n");
}

/** Half an answer, then a dropped connection. */
export function dieMidway(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"choices": [', () => response.destroy());
}
