/** What one socket's session was asked and answered, kept for a validator, and never more than it may be told. */
import { z } from "zod";
import {
  resetMetadataSchema,
  type TrajectoryRecord,
  VALIDATION_OPERATIONS,
  type ValidationSnapshot,
} from "../../protocol/protocol.ts";
import { componentsIn, rubricOf } from "./rubric.ts";

/** OpenEnv's own bounds. */
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_STEPS = 100;
const MAX_RECORDS = 2 + 2 * MAX_STEPS;

/** A message as it was parsed, once for all who read it. */
export type MessageFields = Readonly<Record<string, unknown>>;

type Trajectory = ValidationSnapshot["trajectory"];
type Attribution = ValidationSnapshot["attribution"][number];

const operationSchema = z.enum(VALIDATION_OPERATIONS);
const answerSchema = z.looseObject({ type: z.enum(["observation", "state"]) });
const seedSchema = z.object({ data: z.object({ seed: z.int().nullish() }).optional() });
const resetAnswerSchema = z.object({
  data: z.object({ observation: z.object({ metadata: z.object({ seed: resetMetadataSchema.shape.seed }) }) }),
});

export class SessionRecord {
  readonly #records: TrajectoryRecord[] = [];
  readonly #attribution: Attribution[] = [];
  #seed: ValidationSnapshot["seed"] = null;
  #rubric = rubricOf(null);
  #bytes = 0;
  /** Why the record is not complete; null while it is. */
  #gap: string | null = null;

  /** Keeps a request with its answer, if it was a reset, a step or a state that was not refused. */
  add(request: MessageFields, answerText: string): void {
    if (this.#gap !== null) return;
    if (callsTool(request)) return this.#stop("A tool was called, which is no operation of the record");
    if (request.type === "batch") return this.#stop("Several sessions were played, of which the record is none's");
    const operation = operationSchema.safeParse(request.type).data;
    const response = answerSchema.safeParse(JSON.parse(answerText)).data;
    if (operation === undefined || response === undefined) return;
    const record = { operation, request: { ...request }, response };
    const bytes = Buffer.byteLength(JSON.stringify(record));
    const isFull = this.#records.length >= MAX_RECORDS || this.#bytes + bytes > MAX_BYTES;
    if (isFull || (operation === "step" && this.#attribution.length >= MAX_STEPS)) {
      return this.#stop(`The session did more than ${MAX_STEPS} steps or ${MAX_BYTES} bytes`);
    }
    this.#bytes += bytes;
    this.#records.push(record);
    if (operation === "reset") this.#begin(request, response);
    if (operation === "step") this.#attribute(response);
  }

  snapshot(): ValidationSnapshot {
    const trajectory: Trajectory = {
      schema_version: 1,
      source: "openenv-server",
      records: [...this.#records],
      complete: this.#gap === null,
      reason: this.#gap,
    };
    return {
      schema_version: 1,
      seed: this.#seed,
      rubric: this.#rubric,
      rubric_error: null,
      attribution: [...this.#attribution],
      trajectory,
    };
  }

  #begin(request: MessageFields, response: unknown): void {
    const asked = seedSchema.safeParse(request).data?.data?.seed ?? null;
    const taken = resetAnswerSchema.safeParse(response).data?.data.observation.metadata.seed ?? null;
    this.#seed = { requested: asked !== null, value: asked ?? taken, accepted: asked !== null && asked === taken };
    this.#rubric = rubricOf(null);
  }

  #attribute(response: unknown): void {
    this.#rubric = rubricOf(componentsIn(response));
    this.#attribution.push({ step_index: this.#attribution.length, rubric: this.#rubric });
  }

  #stop(reason: string): void {
    this.#gap = reason;
  }
}

function callsTool({ type, data }: MessageFields): boolean {
  return type === "mcp" && z.object({ method: z.literal("tools/call") }).safeParse(data).success;
}
