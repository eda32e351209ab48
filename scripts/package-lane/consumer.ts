/** A user's program in TypeScript, copied beside the installed package: its types are read by the compiler, and never run. */
import { type CodeObservation, TraceFixClient } from "tracefix-rl/client";

const client = await TraceFixClient.connect("http://localhost:7860");
const { reward, done, observation } = await client.step({ action_type: "RUN_TESTS" });
const told: [number, boolean, CodeObservation["info"]["task_name"]] = [reward, done, observation.info.task_name];
// @ts-expect-error a type that was lost would allow it
const wrong: number = observation.info.task_name;

export { told, wrong };
