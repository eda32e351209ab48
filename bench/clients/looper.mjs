/** A session whose every test loops for ever, back to back, until it is ended. */
import { finish, Session } from "./socket.mjs";

const { port, seed } = JSON.parse(process.argv[2]);
const times = [];
let going = true;
process.on("SIGTERM", () => {
  going = false;
});
const session = await Session.open(port);
for (let round = 0; going; round += 1) {
  const start = JSON.parse(await session.reset(seed + round, { difficulty: "easy", max_steps: 5 }));
  const lines = Object.keys(start.data.observation.code_dict).length;
  const name = /def (\w+)\((\w*)/.exec(start.data.observation.code_dict["1"]);
  const block = `def ${name[1]}(*args):\n    while True:\n        pass\n`;
  await session.step({ action_type: "REPLACE_LINES", start_line: 1, end_line: lines, new_code_block: block });
  const from = performance.now();
  const answer = JSON.parse(await session.step({ action_type: "RUN_TESTS" }));
  times.push(performance.now() - from);
  if (answer.data.observation.test_results.some((test) => test.passed)) throw new Error("a looping test passed");
}
finish({ times });
