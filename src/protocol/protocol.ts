/** The wire shapes, once: every other folder imports them from here. */
export * from "./action.ts";
export * from "./episode-record.ts";
export * from "./errors.ts";
export * from "./http.ts";
export * from "./mcp.ts";
export * from "./messages.ts";
export * from "./metadata.ts";
export * from "./observation.ts";
export * from "./page.ts";
export * from "./reset.ts";
export * from "./run-record.ts";
export * from "./state.ts";
export * from "./task-api.ts";
export * from "./tool-steps.ts";
export * from "./tools.ts";
export * from "./validation.ts";
export * from "./web.ts";
