/** Says why an episode has no code to show, and how to come by it. */
import { FILE_KINDS, takeChosen, type WantedEpisode } from "./take-file.ts";

export interface LeftOutProps {
  /** Whether it is from a file of the reader's own, of which nothing is left out. */
  readonly isFile: boolean;
  /** Where in a file it would be; null for one that no run has recorded. */
  readonly wanted: WantedEpisode | null;
}

export function LeftOutCode({ isFile, wanted }: LeftOutProps) {
  if (isFile) return <p class="empty">This file was recorded without the code.</p>;
  return (
    <div class="left-out-code">
      <p>
        <strong>The code is left out</strong>: this task is of the test split, which nobody should learn by watching.
      </p>
      {wanted !== null && (
        <p>
          A file is shown whole: drop the run's <code>episodes.jsonl</code> here. It stays on this machine.
        </p>
      )}
      {wanted !== null && (
        <label class="button primary">
          <input
            type="file"
            class="unseen"
            accept={FILE_KINDS}
            onChange={({ currentTarget }) => takeChosen(currentTarget, wanted)}
          />
          Choose the file
        </label>
      )}
      <p class="aside">
        Or start the server with <code>WATCH=full</code>: then it leaves nothing out.
      </p>
    </div>
  );
}
