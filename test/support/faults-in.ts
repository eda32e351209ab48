/** What must stand in no answer of any door: half a character, or a number that is none. */

/** Paths to the texts that are not well-formed, keys among them, and to numbers that are not finite. */
export function faultsIn(value: unknown, path = "answer"): readonly string[] {
  if (typeof value === "string") return value.isWellFormed() ? [] : [`${path} is half a character`];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(key.isWellFormed() ? [] : [`${path} has half a character in a key`]),
    ...faultsIn(item, `${path}.${key.toWellFormed()}`),
  ]);
}

/** The same for an answer as text: JSON, server-sent events, or the figures of `/metrics`. */
export function faultsInText(text: string, contentType: string): readonly string[] {
  const halves = text.isWellFormed() ? [] : ["the text has half a character"];
  if (contentType.startsWith("application/json"))
    return text === "" ? halves : [...halves, ...faultsIn(JSON.parse(text))];
  if (contentType.startsWith("text/event-stream")) {
    const events = [...text.matchAll(/^(?:event: (.*)\n)?data: (.*)$/gm)];
    return [
      ...halves,
      ...events.flatMap(([, name = "", data = ""]) => (isPlain(name, data) ? [] : faultsIn(JSON.parse(data)))),
    ];
  }
  const figures = [...text.matchAll(/^tracefix_\S+(?:\{[^}]*\})? (\S+)$/gm)].map(([, figure]) => Number(figure));
  return [...halves, ...faultsIn(figures)];
}

/** An event of the Open Reward Standard whose data is a name or nothing, not JSON. */
function isPlain(event: string, data: string): boolean {
  return event === "task_id" || (event === "end" && data === "");
}
