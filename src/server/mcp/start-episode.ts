/** The tool `start_episode`: begins an episode, which the server draws unless its operator lets callers choose. */
import type { z } from "zod";
import {
  chosenEpisodeSchema,
  drawnEpisodeSchema,
  EPISODE_CHOICES,
  inOrder,
  issueSchema,
  type McpEpisodes,
  type Normalisation,
  type StepResult,
  type ToolArguments,
  TraceFixError,
} from "../../protocol/protocol.ts";
import type { Session } from "../../sessions/session.ts";
import { choicesOfServer } from "../../words/tool-words.ts";
import { inWords, validationError } from "../validation/issues.ts";
import { plainArguments } from "./plain-arguments.ts";

type Arguments = Readonly<Record<string, unknown>>;

/** @throws TraceFixError that says what is wrong with the arguments, in words that a model can act on */
export async function startEpisode(session: Session, sent: ToolArguments, episodes: McpEpisodes): Promise<StepResult> {
  const { fields, normalised } = plainArguments(chosenEpisodeSchema, sent.fields);
  const result = await begin(session, fields, episodes);
  return withNormalised(result, inOrder([...sent.normalised, ...normalised]));
}

async function begin(session: Session, values: Arguments, episodes: McpEpisodes): Promise<StepResult> {
  try {
    if (episodes === "free") return await session.startChosen(read(chosenEpisodeSchema, withoutPrompt(values)));
    return await session.startDrawn(read(drawnEpisodeSchema, withoutChoices(withoutPrompt(values))));
  } catch (error) {
    throw error instanceof TraceFixError ? explained(error) : error;
  }
}

/** Anyone who calls a tool is told to call tools, whatever a harness asks for everywhere. */
function withoutPrompt({ prompt: _, ...values }: Arguments): Arguments {
  return values;
}

function withNormalised(result: StepResult, normalised: readonly Normalisation[]): StepResult {
  if (normalised.length === 0) return result;
  const metadata = { ...result.observation.metadata, normalised: [...normalised] };
  return { ...result, observation: { ...result.observation, metadata } };
}

/** Null is as good as left out, for clients that send every argument there is. @throws TraceFixError for a choice */
function withoutChoices(values: Arguments): Arguments {
  const chosen = EPISODE_CHOICES.filter((name) => values[name] != null);
  if (chosen.length === 0) return Object.fromEntries(Object.entries(values).filter(([name]) => !isChoice(name)));
  throw new TraceFixError("VALIDATION_ERROR", choicesOfServer(chosen));
}

function isChoice(name: string): boolean {
  return EPISODE_CHOICES.includes(name);
}

function read<Schema extends z.ZodType>(schema: Schema, values: Arguments): z.infer<Schema> {
  const request = schema.safeParse(values);
  if (request.success) return request.data;
  throw validationError(request.error, values);
}

/** The error with its issues in its message, since a model reads no more than that. */
function explained(error: TraceFixError): TraceFixError {
  const issues = issueSchema.array().safeParse(error.details.errors);
  if (error.code !== "VALIDATION_ERROR" || !issues.success || issues.data.length === 0) return error;
  const message = `Cannot start an episode: ${issues.data.map(inWords).join("; ")}`;
  return new TraceFixError(error.code, message, error.details);
}
