/** What was measured so far, in a file: a measurement that is stopped goes on where it was. */
import { appendFile, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { makeFolders } from "../../ground/make-folders.ts";
import { parseJson } from "../../ground/parse-json.ts";
import { episodeRecordSchema, operatorClassSchema, taskSetSchema } from "../../protocol/protocol.ts";
import type { EpisodeDigest } from "../run/digest.ts";

const digestSchema: z.ZodType<EpisodeDigest> = episodeRecordSchema
  .omit({ version: true, training_step: true, reset: true, hidden_secret: true, hidden_count: true })
  .omit({ initial_observation: true, steps: true, messages: true })
  .extend({
    task_set: taskSetSchema.nullable(),
    operator_class: operatorClassSchema.nullable(),
    line: z.int(),
    size: z.int(),
    actions: z.array(z.string()),
    cheated: z.boolean().nullable(),
  });

/** An episode a line; all of a file are of the same code and the same tasks. */
export class KeptEpisodes {
  readonly #path: string;
  readonly #known = new Map<string, EpisodeDigest>();

  private constructor(path: string) {
    this.#path = path;
  }

  /** A line that was cut off when its writer was killed is left out. */
  static async open(path: string): Promise<KeptEpisodes> {
    const kept = new KeptEpisodes(path);
    await makeFolders(dirname(path));
    const text = await readFile(path, "utf8").catch(() => "");
    for (const line of text.split("\n")) {
      const { data } = digestSchema.safeParse(parseJson(line));
      if (data !== undefined) kept.#remember(data);
    }
    // What comes next begins a line of its own.
    if (text !== "" && !text.endsWith("\n")) await appendFile(path, "\n");
    return kept;
  }

  find(agent: string, key: string): EpisodeDigest | undefined {
    return this.#known.get(keyOf({ agent, key }));
  }

  async add(episode: EpisodeDigest): Promise<void> {
    this.#remember(episode);
    await appendFile(this.#path, `${JSON.stringify(episode)}\n`);
  }

  #remember(episode: EpisodeDigest): void {
    this.#known.set(keyOf(episode), episode);
  }
}

function keyOf({ agent, key }: Pick<EpisodeDigest, "agent" | "key">): string {
  return `${agent} ${key}`;
}
