/** Every setting of the server, read from environment variables; what is wrong is said all at once, with its remedy. */
import { z } from "zod";
import { isDatabaseUrl } from "../ground/database-address.ts";
import { parseSettings, setVariables } from "../ground/parse-settings.ts";
import { durabilitySchema, hiddenCountSchema, MCP_EPISODES, taskSetSchema } from "../protocol/protocol.ts";
import { isAccessTokenList } from "./access/access-tokens.ts";
import { isAddressList } from "./clients/addresses.ts";
import { readHost } from "./doors/host-names.ts";

const seconds = (fallback: number) => z.coerce.number().min(0.1).max(1_000_000).default(fallback);
const whole = z.coerce.number().int().positive();
const count = (fallback: number) => whole.default(fallback);
/** Without spaces, as a header can carry them. */
const TOKENS = /^\s*[\x21-\x2b\x2d-\x7e]{16,256}(\s*,\s*[\x21-\x2b\x2d-\x7e]{16,256})*\s*$/;

const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@,]+$/;
/** Texts with commas between them, each of which must be one. */
const listOf = (isOne: (entry: string) => boolean, toOne = (entry: string) => entry) =>
  z
    .string()
    .transform((text) => text.split(",").map((entry) => entry.trim().toLowerCase()))
    .refine((entries) => entries.every(isOne))
    .transform((entries) => entries.map(toOne))
    .optional();
const isHost = (text: string) => readHost(text) !== null;
/** Without the port that the scheme stands for. */
const asBrowsersSay = (origin: string) => {
  const url = URL.parse(origin);
  return url === null ? origin : `${url.protocol}//${url.host}`;
};
/** As sockets take an address of IPv6, however it is written. */
const withoutBrackets = (host: string) => host.trim().replace(/^\[(.*)\]$/, "$1");

/** The description says what a value must be: it is the remedy in the error and the row in the README. */
export const settingsSchema = z.object({
  HOST: z.string().transform(withoutBrackets).default("0.0.0.0").meta({ description: "address to listen on" }),
  PORT: z.coerce.number().int().min(0).max(65_535).default(7860).meta({
    description: "port to listen on, 0 to 65535 (0: any free one)",
  }),
  EXTRA_PORT: z.coerce.number().int().min(1).max(65_535).optional().meta({
    description: "a second port that serves the same, 1 to 65535 (left out: none)",
  }),
  ALLOWED_HOSTS: listOf(isHost).meta({
    description:
      "hosts that the server may be called by, beside its own address and this machine, such as tracefix.example.org, with commas between them (left out: any, for programs)",
  }),
  ALLOWED_ORIGINS: listOf((entry) => ORIGIN.test(entry), asBrowsersSay).meta({
    description:
      "origins of pages that may use the server, beside its own, such as https://lab.example.org, with commas between them",
  }),
  SPACE_HOST: z
    .string()
    .refine(isHost)
    .optional()
    .meta({ description: "host of the Space that this is; Hugging Face sets it" }),
  MAX_SESSIONS: count(10_000).meta({ description: "how many sessions may be open, a whole number from 1" }),
  MAX_CONNECTIONS: whole.optional().meta({
    description: "how many connections may be open, a whole number from 1 (left out: five for four sessions, and 100)",
  }),
  CLIENT_SESSIONS: whole.optional().meta({
    description: "how many sessions one client may have, a whole number from 1 (left out: all but a tenth)",
  }),
  CLIENT_CONNECTIONS: whole.optional().meta({
    description: "how many connections one client may have, a whole number from 1 (left out: all but a tenth)",
  }),
  CLIENT_RESETS_PER_SECOND: z.coerce.number().min(0.1).max(1_000_000).optional().meta({
    description: "how many resets one client may make in a second, 0.1 to 1000000 (left out: any number)",
  }),
  CLIENT_QUEUED_RUNS: whole.optional().meta({
    description:
      "how many runs of one client may run or wait for a worker, a whole number from 1 (left out: nine tenths of the queue)",
  }),
  CLIENT_TOKENS: z.string().regex(TOKENS).optional().meta({
    description:
      "tokens of 16 to 256 characters, with commas between them: who sends one as a bearer is a client of its own (left out: clients are addresses)",
  }),
  TRUSTED_PROXIES: z.string().refine(isAddressList).optional().meta({
    description:
      "addresses and networks whose X-Forwarded-For is believed, such as 10.0.0.0/8, with commas between them (left out: nobody's)",
  }),
  MAX_MESSAGE_BYTES: count(1_048_576).meta({
    description: "bytes one message or body may have, a whole number from 1",
  }),
  HTTP_IDLE_SECONDS: seconds(900).meta({
    description: "seconds without a request after which an HTTP episode or MCP session ends, 0.1 to 1000000",
  }),
  SESSION_IDLE_SECONDS: seconds(7200).meta({
    description:
      "seconds without a message after which a socket is closed, whatever it does with pings, 0.1 to 1000000",
  }),
  PING_SECONDS: seconds(15).meta({
    description:
      "seconds between pings, 0.1 to 1000000; a socket that has answered them and lets three in a row pass is closed",
  }),
  SHUTDOWN_SECONDS: seconds(10).meta({
    description: "seconds that running steps get when the server stops, 0.1 to 1000000",
  }),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info").meta({
    description: "trace, debug, info, warn, error, fatal or silent",
  }),
  LOG_FORMAT: z
    .enum(["auto", "json", "words"])
    .default("auto")
    .meta({ description: "json: one object a line; words: for people; auto: words on a terminal, else json" }),
  ENABLE_WEB_INTERFACE: z.stringbool().default(true).meta({ description: "whether /web is served, true or false" }),
  ENABLE_ORS: z.stringbool().default(true).meta({
    description: "whether the routes of the Open Reward Standard are served, true or false; production has none",
  }),
  WATCH: z.enum(["off", "local", "on", "full"]).default("local").meta({
    description:
      "who may watch and replay what is played: off (nobody), local (visitors from this machine), on (everybody) or full (everybody, code of the test split too)",
  }),
  SHOW_SOLUTIONS: z.stringbool().optional().meta({
    description:
      "whether the page shows the repair to who has played for it, of the train split only, true or false (left out: to visitors from this machine)",
  }),
  PROGRAMS_DIR: z
    .string()
    .transform(foldersOf)
    .optional()
    .meta({ description: "folders of programs of one's own, beside those of `--programs`, with commas between them" }),
  TASK_SET: taskSetSchema.default("classic").meta({
    description: "set that a reset without `task_set` chooses from: classic, generated, impossible, imported or all",
  }),
  RUNS_DIR: z.string().default("runs").meta({ description: "folder of the recorded runs that the page compares" }),
  REPEAT_LAST_STEP: z.stringbool().default(true).meta({
    description:
      "whether the first step of a named session's new socket is answered as the last step was where it asks for the same and has no request_id, true or false",
  }),
  DATA_DIR: z.string().default("./.tracefix").meta({
    description:
      "folder that episodes are kept in, for one server alone, or :memory: (named, it is used or the start refused; by default, what cannot be used is passed over)",
  }),
  DATABASE_URL: z.string().trim().refine(isDatabaseUrl).optional().meta({
    description:
      "postgres://user:password@host:port/database that episodes are kept in instead of DATA_DIR, for any number of servers; of a password % is written %25, @ %40, / %2F (left out: none)",
  }),
  DURABILITY: durabilitySchema.default("process").meta({
    description:
      "what an answered step survives: none (nothing is kept), process (the end of the server) or disk (a power cut, too)",
  }),
  RETENTION_DAYS: z.coerce.number().min(0.001).max(36_500).default(7).meta({
    description: "days after an episode's last step until it is let go, 0.001 to 36500",
  }),
  RETENTION_BYTES: z.coerce.number().int().min(1_048_576).default(10_737_418_240).meta({
    description: "bytes of kept episodes above which the oldest are let go, a whole number from 1048576",
  }),
  OPENENV_MODE: z.enum(["simulation", "production"]).default("simulation").meta({
    description: "simulation or production; production has no /reset, /step and /state",
  }),
  MCP_EPISODES: z.enum(MCP_EPISODES).default("drawn").meta({
    description:
      "who chooses the episodes of tools over MCP: drawn (the server) or free (the caller, seed and task too)",
  }),
  HIDDEN_SECRET: z.string().min(16).max(1024).optional().meta({
    description:
      "a secret of 16 to 1024 characters that hidden calls are drawn with, the same on all replicas (left out: none)",
  }),
  HIDDEN_COUNT: hiddenCountSchema.default("shown").meta({
    description: "whether an unsolved episode is told, and scored by, how many hidden tests passed: shown or hidden",
  }),
  TRACEFIX_TOKENS: z.string().refine(isAccessTokenList).optional().meta({
    description:
      "tokens that the server asks for, each once and with its rights, play:TOKEN, read:TOKEN or play+read:TOKEN, with commas between them; a token is 16 to 256 letters, digits, -, ., _ and ~, or sha256: and the 64 hex digits of its hash (left out: nobody needs one)",
  }),
  OPERATOR_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,256}$/)
    .optional()
    .meta({
      description:
        "opens /operator/state to who sends it as a bearer, 16 to 256 characters without spaces (left out: to nobody)",
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
const SECRET: ReadonlySet<string> = new Set<keyof Settings>([
  "OPENENV_VALIDATION_TOKEN",
  "OPERATOR_TOKEN",
  "TRACEFIX_TOKENS",
  "HIDDEN_SECRET",
  "CLIENT_TOKENS",
  "DATABASE_URL",
]);

/**
 * An empty variable counts as one that is not set.
 * @throws Error that names each bad variable, its value and what it must be
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const refuse = (faults: string) => new Error(`Cannot start with these settings:\n${faults}`);
  const blank = environment.TRACEFIX_TOKENS;
  // Somebody meant to ask for tokens: what asks for none is left out, or empty.
  if (blank && blank.trim() === "") throw refuse("TRACEFIX_TOKENS is blank: name tokens, or leave it out");
  return parseSettings(settingsSchema, setVariables(environment), { secrets: SECRET, refuse });
}

/** Those that `PROGRAMS_DIR` names. */
export function foldersOf(text: string): string[] {
  return text.split(",").flatMap((folder) => folder.trim() || []);
}
