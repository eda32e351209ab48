/** A client that takes as much of the sandbox as it can get, in one of several ways, until it is ended. */
import { finish, Session } from "./socket.mjs";

const { port, seed, kind, address } = JSON.parse(process.argv[2]);
const headers = { "x-forwarded-for": address };
let going = true;
let steps = 0;
process.on("SIGTERM", () => {
  going = false;
});

/** What every test runs into; the first line is the function's head. */
const BODIES = {
  loop: ["while True:", "    pass"],
  stride: ["b = bytearray(85_000_000)", "while True:", "    b[::97] = bytes(len(b[::97]))"],
  pages: ["b = bytearray(85_000_000)", "while True:", "    b[::4096] = bytes(len(b[::4096]))"],
  allocate: ["b = bytearray(85_000_000)", "return len(b)"],
  timeout: ["return sum(range(10**10))"],
  fresh: ["while True:", "    pass"],
  submit: ["while True:", "    pass"],
  import: ["return 1"],
};

const body = BODIES[kind];
let session = null;
for (let round = 0; going; round += 1) {
  if (kind === "timeout") await overHttp(round);
  else await overSocket(round);
}
finish({ steps });

/** Each step in a session of its own where the way is to come as a stranger each time. */
async function overSocket(round) {
  if (session === null || kind === "fresh") session = await Session.open(port, { headers });
  const start = JSON.parse(await session.reset(seed + round, { difficulty: "easy", max_steps: 5 }));
  await session.step(rewriting(start.data.observation.code_dict));
  await session.step({ action_type: kind === "submit" ? "SUBMIT" : "RUN_TESTS" });
  steps += 1;
  if (kind === "fresh") session.close();
}

/** A loop in C, given up by its caller each time. */
async function overHttp(round) {
  const post = async (path, data) => {
    const options = { method: "POST", headers: { ...headers, "content-type": "application/json" } };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { ...options, body: JSON.stringify(data) });
    return answer.json();
  };
  const episode_id = `${address}-${seed}-${round}`;
  const start = await post("/reset", { seed: seed + round, difficulty: "easy", max_steps: 5, episode_id });
  await post("/step", { action: rewriting(start.observation.code_dict), episode_id });
  for (let step = 0; step < 2; step += 1) {
    await post("/step", { action: { action_type: "RUN_TESTS" }, episode_id, timeout_s: 0.12 });
  }
  await post("/step", { action: { action_type: "SUBMIT" }, episode_id });
  steps += 1;
}

function rewriting(code) {
  const head = /(?:def|class) (\w+)/.exec(Object.values(code).join("\n"));
  const before = kind === "import" ? ["while True:", "    pass"] : [];
  const text = [...before, `def ${head[1]}(*args):`, ...body.map((line) => `    ${line}`), ""].join("\n");
  return { action_type: "REPLACE_LINES", start_line: 1, end_line: Object.keys(code).length, new_code_block: text };
}
