import { describe, expect, it } from "vitest";
import { answerDigest } from "../../web/src/logic/kept-episode.ts";
import { type EpisodeBeginning, PagePlayer, type PlayState, type SocketLike } from "../../web/src/logic/player.ts";
import { RefusedError } from "../../web/src/logic/refused-error.ts";
import { seen } from "./support/traces.ts";

/** As a browser has it of a connection that broke. */
const LOST = 1006;
const RESET = { seed: 7, episode_id: "mine", task_name: "t" };

interface Sent {
  readonly type: string;
  readonly data: { readonly action_type?: string };
}

/** A server and a clock in the test's hand. */
class Theatre {
  readonly sockets: FakeSocket[] = [];
  readonly waits: { readonly ms: number; readonly call: () => void }[] = [];
  states: PlayState[] = [];
  told: (state: PlayState) => void = () => undefined;
  readonly player: PagePlayer;

  /** @param fault what comes of it to connect */
  constructor(fault: Error | null = null, before?: EpisodeBeginning["before"]) {
    this.player = new PagePlayer(
      { reset: RESET, ...(before && { before }) },
      {
        connect: async () => {
          if (fault) throw fault;
          const socket = new FakeSocket();
          this.sockets.push(socket);
          return { socket, ticket: `ticket ${this.sockets.length}`, maxMessageBytes: 1_000 };
        },
        later: (ms, call) => {
          this.waits.push({ ms, call });
          return () => undefined;
        },
      },
      (state) => {
        this.states.push(state);
        this.told(state);
      },
    );
  }

  get state(): PlayState {
    return this.player.state;
  }

  /** The newest socket, opened. */
  async open(): Promise<FakeSocket> {
    await new Promise(setImmediate);
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("There is no socket");
    socket.onopen?.();
    return socket;
  }
}

class FakeSocket implements SocketLike {
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onclose: ((code: number) => void) | null = null;
  readonly sent: Sent[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  /** Answers the last request. */
  answer(step: number, { done = false, line = "a" } = {}): void {
    const data = { observation: seen({ step, lines: [line] }), reward: 0.5, done };
    this.onmessage?.({ data: JSON.stringify({ type: "observation", data }) });
  }

  refuse(code: string): void {
    this.onmessage?.({ data: JSON.stringify({ type: "error", data: { code, message: `no: ${code}` } }) });
  }
}

const asked = (socket: FakeSocket): string[] => socket.sent.map(({ type, data }) => data.action_type ?? type);

describe("the player", () => {
  it("begins an episode and takes one step at a time", async () => {
    const theatre = new Theatre();
    const socket = await theatre.open();
    expect(theatre.state.link).toBe("connecting");
    socket.answer(0);
    expect(theatre.state).toMatchObject({ link: "open", busy: false, ticket: "ticket 1" });
    theatre.player.act({ action_type: "RUN_TESTS" });
    // Two of one name would be one step.
    expect(socket.sent.every((message) => !("request_id" in message))).toBe(true);
    theatre.player.act({ action_type: "SUBMIT" });
    expect(asked(socket)).toEqual(["reset", "RUN_TESTS"]);
    socket.answer(1);
    expect(theatre.state.trace?.steps).toHaveLength(1);
  });

  it("may be asked for the next step by who is told of the one before", async () => {
    const theatre = new Theatre();
    theatre.told = (state) => {
      if (state.trace?.steps.length === 1) theatre.player.act({ action_type: "RUN_TESTS" });
    };
    const socket = await theatre.open();
    socket.answer(0);
    theatre.player.act({ action_type: "VIEW_CODE" });
    socket.answer(1);
    socket.answer(2);
    expect(socket.sent.map(({ data }) => data.action_type)).toEqual([undefined, "VIEW_CODE", "RUN_TESTS"]);
    expect(theatre.state).toMatchObject({ busy: false, trace: { steps: [{}, {}] } });
  });

  it("comes back after a loss, plays its actions again, and sends what was on its way once more", async () => {
    const theatre = new Theatre();
    const first = await theatre.open();
    first.answer(0);
    theatre.player.act({ action_type: "VIEW_CODE" });
    first.answer(1);
    theatre.player.act({ action_type: "RUN_TESTS" });
    first.onclose?.(LOST);
    expect(theatre.state.link).toBe("lost");
    theatre.waits.at(-1)?.call();
    const second = await theatre.open();
    for (const step of [0, 1, 2]) second.answer(step);
    expect(asked(second)).toEqual(["reset", "VIEW_CODE", "RUN_TESTS"]);
    expect(theatre.state).toMatchObject({ link: "open", busy: false });
    expect(theatre.state.trace?.steps.map(({ action }) => action.action_type)).toEqual(["VIEW_CODE", "RUN_TESTS"]);
  });

  it("does not send what is larger than the server takes, and says so", async () => {
    const theatre = new Theatre();
    const socket = await theatre.open();
    socket.answer(0);
    theatre.player.act({ action_type: "REPLACE_LINES", new_code_block: "é".repeat(500) });
    expect(asked(socket)).toEqual(["reset"]);
    expect(theatre.state).toMatchObject({ link: "open", busy: false });
    expect(theatre.state.problem).toMatch(/1,\d{3} bytes long.* 1,000 bytes at most/);
  });

  it("drops what the server closes for, and tells the server's reason once it is back", async () => {
    const theatre = new Theatre();
    const first = await theatre.open();
    first.answer(0);
    theatre.player.act({ action_type: "RUN_TESTS" });
    first.refuse("SESSION_ERROR");
    first.onclose?.(1009);
    theatre.waits.at(-1)?.call();
    const second = await theatre.open();
    second.answer(0);
    expect(asked(second)).toEqual(["reset"]);
    expect(theatre.state).toMatchObject({ link: "open", busy: false, problem: "no: SESSION_ERROR" });
  });

  it("waits longer each time that a step is lost with its connection, and gives the step up in the end", async () => {
    const theatre = new Theatre();
    const first = await theatre.open();
    first.answer(0);
    theatre.player.act({ action_type: "RUN_TESTS" });
    first.onclose?.(LOST);
    for (let time = 2; time <= 3; time += 1) {
      theatre.waits.at(-1)?.call();
      const next = await theatre.open();
      next.answer(0);
      expect(asked(next)).toEqual(["reset", "RUN_TESTS"]);
      next.onclose?.(LOST);
    }
    expect(theatre.waits.map(({ ms }) => ms)).toEqual([500, 1000, 2000]);
    theatre.waits.at(-1)?.call();
    const last = await theatre.open();
    last.answer(0);
    expect(asked(last)).toEqual(["reset"]);
    expect(theatre.state).toMatchObject({ busy: false, problem: expect.stringContaining("lost each time") });
  });

  it("says why, and asks no more, where the server will not let the page play", async () => {
    const theatre = new Theatre(new RefusedError("name this host in ALLOWED_HOSTS"));
    await new Promise(setImmediate);
    expect(theatre.state).toMatchObject({ link: "failed", busy: false, problem: "name this host in ALLOWED_HOSTS" });
    expect(theatre.waits).toEqual([]);
  });

  it("does not go on where the server answers differently than before", async () => {
    const theatre = new Theatre();
    const first = await theatre.open();
    first.answer(0);
    first.onclose?.(LOST);
    theatre.waits.at(-1)?.call();
    const second = await theatre.open();
    second.answer(0, { line: "another file" });
    expect(theatre.state).toMatchObject({
      link: "failed",
      problem: expect.stringContaining("tasks must have changed"),
    });
    expect(second.closed).toBe(true);
  });

  it("goes on with an episode that was begun before the page was loaded, and tells of it once it is there", async () => {
    const answers = [0, 1, 2].map((step) => answerDigest(seen({ step })));
    const steps = ["VIEW_CODE", "RUN_TESTS"].map((action_type, at) => ({
      action: { action_type },
      answer: answers[at + 1] ?? 0,
    }));
    const theatre = new Theatre(null, { answer: answers[0] ?? 0, steps });
    const socket = await theatre.open();
    for (const step of [0, 1]) socket.answer(step);
    expect(theatre.state).toMatchObject({ trace: null, busy: true });
    socket.answer(2);
    expect(asked(socket)).toEqual(["reset", "VIEW_CODE", "RUN_TESTS"]);
    expect(theatre.state).toMatchObject({ link: "open", busy: false, trace: { steps: [{}, {}] } });

    const other = new Theatre(null, { answer: answers[0] ?? 0, steps });
    const changed = await other.open();
    changed.answer(0);
    changed.answer(1, { line: "another file" });
    expect(other.state).toMatchObject({ link: "failed", problem: expect.stringContaining("tasks must have changed") });
  });

  it("waits longer each time, up to a limit, while the server cannot be reached", async () => {
    const theatre = new Theatre(new Error("unreachable"));
    for (let attempt = 0; attempt < 7; attempt += 1) {
      await new Promise(setImmediate);
      theatre.waits.at(-1)?.call();
    }
    expect(theatre.waits.slice(0, 6).map(({ ms }) => ms)).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
  });

  it("asks a full server again", async () => {
    const theatre = new Theatre();
    (await theatre.open()).refuse("CAPACITY_REACHED");
    expect(theatre.state.link).toBe("full");
    theatre.waits.at(-1)?.call();
    (await theatre.open()).answer(0);
    expect(theatre.state.link).toBe("open");
  });

  it("tells of a step that there is no room for, and stays where it is", async () => {
    const theatre = new Theatre();
    const socket = await theatre.open();
    socket.answer(0);
    theatre.player.act({ action_type: "RUN_TESTS" });
    socket.refuse("CAPACITY_REACHED");
    expect(theatre.state).toMatchObject({ busy: false, problem: "no: CAPACITY_REACHED", link: "open" });
  });

  it("tells of a step that failed, which may be tried again", async () => {
    const theatre = new Theatre();
    const socket = await theatre.open();
    socket.answer(0);
    theatre.player.act({ action_type: "RUN_TESTS" });
    socket.refuse("EXECUTION_ERROR");
    expect(theatre.state).toMatchObject({ busy: false, problem: "no: EXECUTION_ERROR", link: "open" });
    theatre.player.act({ action_type: "RUN_TESTS" });
    expect(asked(socket)).toEqual(["reset", "RUN_TESTS", "RUN_TESTS"]);
  });

  it("says so where the episode cannot begin, and where an answer is none", async () => {
    const refused = new Theatre();
    (await refused.open()).refuse("VALIDATION_ERROR");
    expect(refused.state).toMatchObject({ link: "failed", problem: "no: VALIDATION_ERROR" });
    const strange = new Theatre();
    (await strange.open()).onmessage?.({ data: "what?" });
    expect(strange.state.link).toBe("failed");
  });

  it("does not come back after the end, nor when it is closed", async () => {
    const theatre = new Theatre();
    const socket = await theatre.open();
    socket.answer(0);
    theatre.player.act({ action_type: "SUBMIT" });
    socket.answer(1, { done: true });
    socket.onclose?.(LOST);
    expect(theatre.state).toMatchObject({ link: "closed", done: true });
    expect(theatre.waits).toEqual([]);
  });
});
