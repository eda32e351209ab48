/** Every setting of the server, read from environment variables; what is wrong is said all at once, with its remedy. */
import { z } from "zod";

const seconds = (fallback: number) => z.coerce.number().min(0.1).max(1_000_000).default(fallback);
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** The description says what a value must be: it is the remedy in the error and the row in the README. */
export const settingsSchema = z.object({
  HOST: z.string().default("0.0.0.0").meta({ description: "address to listen on" }),
  PORT: z.coerce.number().int().min(0).max(65_535).default(7860).meta({
    description: "port to listen on, 0 to 65535 (0: any free one)",
  }),
  EXTRA_PORT: z.coerce.number().int().min(1).max(65_535).optional().meta({
    description: "a second port that serves the same, 1 to 65535 (left out: none)",
  }),
  MAX_SESSIONS: count(10_000).meta({ description: "how many sessions may be open, a whole number from 1" }),
  MAX_MESSAGE_BYTES: count(1_048_576).meta({
    description: "bytes one message or body may have, a whole number from 1",
  }),
  HTTP_IDLE_SECONDS: seconds(900).meta({
    description: "seconds without a request after which an HTTP episode or MCP session ends, 0.1 to 1000000",
  }),
  SESSION_IDLE_SECONDS: seconds(7200).meta({
    description: "seconds without a message after which a socket that still answers pings is closed, 0.1 to 1000000",
  }),
  PING_SECONDS: seconds(15).meta({
    description: "seconds between pings, 0.1 to 1000000; a socket silent for three times as long is dropped",
  }),
  SHUTDOWN_SECONDS: seconds(10).meta({
    description: "seconds that running steps get when the server stops, 0.1 to 1000000",
  }),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info").meta({
    description: "trace, debug, info, warn, error, fatal or silent",
  }),
  ENABLE_WEB_INTERFACE: z.stringbool().default(true).meta({ description: "whether /web is served, true or false" }),
  WATCH: z.enum(["off", "on", "full"]).default("on").meta({
    description: "whether the page may watch and replay what is played: off, on (no code of the test split) or full",
  }),
  SHOW_SOLUTIONS: z.stringbool().default(true).meta({
    description:
      "whether the page shows the repair once its own episode is over, never for the test split, true or false",
  }),
  RUNS_DIR: z.string().default("runs").meta({ description: "folder of the recorded runs that the page compares" }),
  OPENENV_MODE: z.enum(["simulation", "production"]).default("simulation").meta({
    description: "simulation or production; production has no /reset, /step and /state",
  }),
  OPENENV_VALIDATION_TOKEN: z.string().min(32).max(256).optional().meta({
    description: "opens validation telemetry to who sends it, 32 to 256 characters (left out: to nobody)",
  }),
  WORKERS: z.coerce.number().int().min(1).max(1024).optional().meta({
    description: "sandbox workers, 1 to 1024 (left out: by the number of cores, or by the quota of a container)",
  }),
  WORKER_NICE: z.coerce.number().int().min(0).max(19).default(0).meta({
    description: "how far workers stand back from other programs on Linux, 0 (not at all) to 19",
  }),
});
export type Settings = z.infer<typeof settingsSchema>;

/** An error does not repeat them, because a log may keep it. */
const SECRET: ReadonlySet<string> = new Set<keyof Settings>(["OPENENV_VALIDATION_TOKEN"]);

/**
 * An empty variable counts as one that is not set.
 * @throws Error that names each bad variable, its value and what it must be
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== "");
  const result = settingsSchema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const names = new Set(result.error.issues.map((issue) => String(issue.path[0])));
  const shown = (name: string) => (SECRET.has(name) ? "not valid" : JSON.stringify(environment[name]));
  const faults = [...names].map((name) => `  ${name} is ${shown(name)}; it must be: ${remedy(name)}`);
  throw new Error(`Cannot start with these settings:\n${faults.join("\n")}`);
}

function remedy(name: string): string {
  const schemas: Readonly<Record<string, z.ZodType>> = settingsSchema.shape;
  return schemas[name]?.meta()?.description ?? "left out";
}
