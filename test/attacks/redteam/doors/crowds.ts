/** Many connections and slow readers, within bounds: anyone who plays beside them goes on. */
import { type ClientRequest, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { Socket } from "node:net";
import { WebSocket } from "ws";
import { Player } from "../../../support/player.ts";
import { SUM } from "../../attack.ts";
import { type Check, type CheckGroup, HARMLESS, type Target } from "../check.ts";
import { knock } from "./ask.ts";

const CONNECTIONS = 100;
const SLOW_READERS = 20;
const QUESTIONS = 200;
const PATIENT = 8;
const UNFINISHED = 100;
const MEGABYTE = 1024 * 1024;
const LONG = "x".repeat(1_000_000);

/** Opens sockets, does something with them, plays beside them; a player who is held up runs into the check's limit. */
async function besides(target: Target, count: number, make: (socket: WebSocket) => void) {
  const first = await Player.connect(target.ws);
  await first.reset({ task_name: SUM, seed: 7 });
  const crowd = (await Promise.all(Array.from({ length: count }, () => knock(target, "/ws")))).filter(
    (socket) => socket instanceof WebSocket,
  );
  try {
    for (const socket of crowd) make(socket);
    for (let step = 0; step < 3; step += 1) await first.step({ action_type: "RUN_TESTS" });
    await first.step({ action_type: "SUBMIT" });
    return HARMLESS;
  } finally {
    for (const socket of crowd) socket.terminate();
    await first[Symbol.asyncDispose]();
  }
}

const send = (socket: WebSocket, type: string, data: object) => socket.send(JSON.stringify({ type, data }));

/** The connection below a WebSocket, to stop reading from it. */
function below(socket: WebSocket): Socket | null {
  const inner: unknown = Reflect.get(socket, "_socket");
  return inner !== null && typeof inner === "object" && "pause" in inner ? (inner as Socket) : null;
}

const LARGE = {
  action_type: "REPLACE_LINES",
  start_line: 1,
  end_line: 0,
  new_code_block: `# ${"x".repeat(60_000)}`,
};

/** Begins a body of a megabyte and never ends it. */
function beginBody(target: Target): ClientRequest {
  const url = new URL(`${target.http}/reset`);
  const send = url.protocol === "https:" ? secureRequest : plainRequest;
  const headers = { "content-type": "application/json", "content-length": MEGABYTE };
  const begun = send(url, { method: "POST", agent: false, headers });
  begun.on("error", () => undefined).write(Buffer.alloc(MEGABYTE - 1, " "));
  return begun;
}

const ENDLESS = "def sum_even(numbers):\n    while True:\n        pass";

const checks: readonly Check[] = [
  {
    name: `${UNFINISHED} bodies that never end hold up who plays beside them`,
    try: async (target) => {
      const begun = Array.from({ length: UNFINISHED }, () => beginBody(target));
      try {
        return await besides(target, 0, () => undefined);
      } finally {
        for (const request of begun) request.destroy();
      }
    },
  },
  {
    name: `${PATIENT} clients whose long messages wait behind code that never ends hold up who plays beside them`,
    try: (target) =>
      besides(target, PATIENT, (socket) => {
        send(socket, "reset", { task_name: SUM, seed: 7 });
        send(socket, "step", { action_type: "REPLACE_LINES", start_line: 1, end_line: 6, new_code_block: ENDLESS });
        send(socket, "step", { action_type: "RUN_TESTS" });
        for (let at = 0; at < 5; at += 1) send(socket, "step", { action_type: "VIEW_CODE", thought: LONG });
      }),
  },
  {
    name: `${CONNECTIONS} sockets that say nothing hold up who plays beside them`,
    try: (target) => besides(target, CONNECTIONS, () => undefined),
  },
  {
    name: `${CONNECTIONS} sockets that each begin an episode hold up who plays beside them`,
    try: (target) => besides(target, CONNECTIONS, (socket) => send(socket, "reset", { task_name: SUM, seed: 7 })),
  },
  {
    name: `${SLOW_READERS} clients that ask ${QUESTIONS} times and never read hold up who plays beside them`,
    try: (target) =>
      besides(target, SLOW_READERS, (socket) => {
        below(socket)?.pause();
        send(socket, "reset", { task_name: SUM, seed: 7, max_steps: 1000 });
        send(socket, "step", LARGE);
        for (let at = 0; at < QUESTIONS; at += 1) send(socket, "step", { action_type: "VIEW_CODE" });
      }),
  },
  {
    name: "eight clients whose code never ends hold up who plays beside them",
    try: (target) =>
      besides(target, 8, (socket) => {
        send(socket, "reset", { task_name: SUM, seed: 7 });
        send(socket, "step", { action_type: "REPLACE_LINES", start_line: 1, end_line: 6, new_code_block: ENDLESS });
        send(socket, "step", { action_type: "RUN_TESTS" });
      }),
  },
];

export const CROWDS: CheckGroup = { title: "crowds and slow readers", checks };
