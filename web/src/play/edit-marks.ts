/** What was typed, shown where it stands: lines that are new are marked, and those that they replace stand struck above them. */
import { type Extension, RangeSetBuilder, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import { diffLines } from "../../../src/ground/line-differences.ts";

/** Tells the editor what the file is on the server. */
export const setGiven = StateEffect.define<readonly string[]>();

class RemovedLines extends WidgetType {
  readonly #lines: readonly string[];

  constructor(lines: readonly string[]) {
    super();
    this.#lines = lines;
  }

  override eq(other: RemovedLines): boolean {
    return this.#lines.join("\n") === other.#lines.join("\n");
  }

  /** A screen reader is told the same by the list of the edit below the editor, line by line. */
  override toDOM(): HTMLElement {
    const block = document.createElement("div");
    block.className = "removed-lines";
    block.ariaHidden = "true";
    for (const text of this.#lines) {
      const line = document.createElement("div");
      line.textContent = text === "" ? " " : text;
      block.append(line);
    }
    return block;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const NEW_LINE = Decoration.line({ class: "added-line" });

function marksOf(doc: Text, given: readonly string[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let removed: string[] = [];
  const flush = (at: number, side: -1 | 1): void => {
    if (removed.length > 0)
      builder.add(at, at, Decoration.widget({ widget: new RemovedLines(removed), block: true, side }));
    removed = [];
  };
  for (const { kind, after, text } of diffLines(given, doc.toString().split("\n"))) {
    if (kind === "removed") removed.push(text);
    if (after === null) continue;
    const { from } = doc.line(after);
    flush(from, -1);
    if (kind === "added") builder.add(from, from, NEW_LINE);
  }
  flush(doc.length, 1);
  return builder.finish();
}

interface Marks {
  readonly given: readonly string[];
  readonly marks: DecorationSet;
}

const look = EditorView.theme({
  ".added-line": { backgroundColor: "var(--pass-soft)" },
  ".added-line.cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--pass-soft) 70%, var(--line-now))" },
  ".removed-lines": {
    padding: "0 1rem 0 0.5rem",
    backgroundColor: "var(--fail-soft)",
    color: "var(--muted)",
    textDecoration: "line-through",
    textDecorationColor: "var(--fail)",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    userSelect: "none",
  },
});

/** @param given the file on the server, as the editor begins */
export function editMarks(given: readonly string[]): Extension {
  const field = StateField.define<Marks>({
    create: ({ doc }) => ({ given, marks: marksOf(doc, given) }),
    update: (before, { docChanged, effects, newDoc }) => {
      const told = effects.find((effect) => effect.is(setGiven));
      if (!docChanged && told === undefined) return before;
      const now = told?.value ?? before.given;
      return { given: now, marks: marksOf(newDoc, now) };
    },
    provide: (self) => EditorView.decorations.from(self, ({ marks }) => marks),
  });
  return [field, look];
}
