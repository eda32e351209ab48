/** Packs calls for the interpreter: their data ready to load, so that only the rest has to be compiled. */
import { MarshalWriter } from "../../sandbox/python/marshal-writer.ts";
import { splitCall } from "../../sandbox/python/split-call.ts";

/** A list as `unpack_calls` takes it: for each call its text, its data as bytes and what that is, one after the other. */
export function packCalls(calls: readonly string[]): string {
  const list = new MarshalWriter();
  list.sequence("list", 3 * calls.length);
  const data = new MarshalWriter();
  const start = data.mark;
  for (const call of calls) {
    data.back(start);
    const { text, kind } = splitCall(call, data);
    list.text(text);
    list.bytes(data.take());
    list.bool(kind === "applied");
  }
  return Buffer.from(list.take()).toString("base64");
}
