/** What one requirement says, where it comes from, and where we differ from it on purpose. */

export interface Requirement {
  readonly source: Source;
  /** What the server does. */
  readonly says: string;
  /** Only where it deliberately does something else than OpenEnv's reference server. */
  readonly differs?: { readonly reference: string; readonly because: string };
}

export const SOURCES = {
  recorded: "requests and answers of the reference server, openenv 0.10.0, recorded over loopback",
  reference: "the source of the reference server, openenv 0.10.0, `core/env_server`",
  client: "what the clients of openenv 0.10.0 and openenv-core 0.3.0 send and expect",
  validator: "what `openenv validate` of openenv 0.10.0 checks",
  upstream: "the source of OpenEnv's main branch after 0.10.0, which no release has yet",
  trainers: "what TRL, verifiers and Inspect AI do with an environment",
  mcp: "the specification of the Model Context Protocol, versions 2024-11-05 to 2025-11-25",
  own: "our own decision, where OpenEnv says nothing",
} as const;
type Source = keyof typeof SOURCES;

/** By id, such as `MCP-3`: letters name the area, and a number is never used again. */
export type Requirements = Readonly<Record<string, Requirement>>;
