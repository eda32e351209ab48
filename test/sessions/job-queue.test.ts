import { describe, expect, test } from "vitest";
import { JobQueue } from "../../src/sessions/job-queue.ts";

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe("a session's jobs", () => {
  test("run one after the other in the order they came", async () => {
    const queue = new JobQueue();
    const { open, opened } = gate();
    const log: string[] = [];
    const first = queue.run(async () => {
      await opened;
      log.push("first");
    });
    const second = queue.run(() => {
      log.push("second");
    });
    expect(queue.pending).toBe(2);
    open();
    await Promise.all([first, second]);
    expect(log).toEqual(["first", "second"]);
    expect(queue.pending).toBe(0);
  });

  test("do not suffer from one before them that failed", async () => {
    const queue = new JobQueue();
    const failed = queue.run(() => {
      throw new Error("first");
    });
    const next = queue.run(() => "second");
    await expect(failed).rejects.toThrow("first");
    await expect(next).resolves.toBe("second");
  });

  test("are aborted, refused or never begun once the queue is closed", async () => {
    const queue = new JobQueue();
    const reason = new Error("gone");
    let begun = false;
    const running = queue.run(
      (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    );
    const waiting = queue.run(() => {
      begun = true;
    });
    const settled = Promise.allSettled([running, waiting]);
    await Promise.resolve();
    queue.close(reason);
    expect(await settled).toMatchObject([{ reason }, { reason }]);
    await expect(queue.run(() => undefined)).rejects.toBe(reason);
    expect(begun).toBe(false);
  });

  test("are skipped if aborted before their turn", async () => {
    const queue = new JobQueue();
    const { open, opened } = gate();
    const controller = new AbortController();
    let begun = false;
    const first = queue.run(() => opened);
    const skipped = queue.run(
      () => {
        begun = true;
      },
      { controller },
    );
    controller.abort(new Error("too late"));
    open();
    await first;
    await expect(skipped).rejects.toThrow("too late");
    expect(begun).toBe(false);
  });
});
