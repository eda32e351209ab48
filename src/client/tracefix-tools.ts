/** The tools of an episode as the Vercel AI SDK takes them; other code that calls functions by name can use them as well. */
import type { z } from "zod";
import { TOOLS } from "../protocol/protocol.ts";

/** Who takes the steps: a `TraceFixClient`. */
export interface ToolCaller {
  call(
    tool: string,
    given: unknown,
    options: { readonly signal?: AbortSignal | undefined },
  ): Promise<{ readonly text: string }>;
}

/** A tool that a model may be given; the AI SDK's `ToolSet` holds these. */
export interface PlayerTool {
  readonly description: string;
  readonly inputSchema: z.ZodType;
  /** Takes the step, and gives what the model should read. */
  execute(input: unknown, options?: { readonly abortSignal?: AbortSignal | undefined }): Promise<string>;
}

/**
 * The actions of the client's episode, each as a tool: the episode is begun by `reset`, with `prompt: "tools"`, and over
 * when an answer to `submit` says so. Of a call that makes no sense the model reads why.
 *
 * ```ts
 * const client = await TraceFixClient.connect("http://localhost:7860");
 * await client.reset({ task_name: "binary_search_off_by_one", prompt: "tools" });
 * const tools = tracefixTools(client);
 * const told = await tools.run_tests.execute({});
 * told.includes("4 of 8 visible tests passed") // true
 * await client.close();
 * ```
 */
export function tracefixTools(client: ToolCaller): Record<string, PlayerTool> {
  const actions = TOOLS.filter(({ action }) => action !== null);
  const tools = actions.map(({ name, description, input }): [string, PlayerTool] => {
    const execute: PlayerTool["execute"] = async (given, { abortSignal: signal } = {}) =>
      (await client.call(name, given, { signal })).text;
    return [name, { description, inputSchema: input, execute }];
  });
  return Object.fromEntries(tools);
}
