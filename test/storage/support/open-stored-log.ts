/** A log in a folder, closed with its test. */
import { onTestFinished } from "vitest";
import { StoredEpisodeLog, type StoredLogOptions } from "../../../src/storage/stored-log.ts";
import { ownFolder } from "./own-folder.ts";

const FOREVER = { days: 36_500, bytes: 2 ** 40 };

export async function openStoredLog(options: Partial<StoredLogOptions> = {}): Promise<StoredEpisodeLog> {
  const log = await StoredEpisodeLog.open({
    folder: options.folder ?? ownFolder(),
    durability: "process",
    retention: FOREVER,
    build: async () => ({ version: "1.2.3", images: "none" }),
    onIncident: (error) => {
      throw error;
    },
    ...options,
  });
  onTestFinished(() => log.close());
  return log;
}
