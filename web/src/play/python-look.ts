/** How Python looks and indents in the editor: the same words as in every other view of code. */
import { indentService } from "@codemirror/language";
import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { tokenizeLines } from "../logic/tokens.ts";

function decorate({ state }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const lines = state.doc.toString().split("\n");
  let at = 0;
  tokenizeLines(lines).forEach((tokens, index) => {
    let from = at;
    for (const { kind, text } of tokens) {
      if (kind !== "plain") builder.add(from, from + text.length, Decoration.mark({ class: `tok-${kind}` }));
      from += text.length;
    }
    at += (lines[index]?.length ?? 0) + 1;
  });
  return builder.finish();
}

const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** As deep as the line before; deeper after a colon. */
const indentation = indentService.of((context, position) => {
  const before = context.state.doc.lineAt(position);
  const text = before.text.slice(0, position - before.from);
  const depth = /^ */.exec(text)?.[0].length ?? 0;
  return /:\s*(#.*)?$/.test(text) ? depth + 4 : depth;
});

const look = EditorView.theme({
  "&": {
    backgroundColor: "var(--surface)",
    color: "var(--ink)",
    fontSize: "var(--code-size)",
    maxHeight: "max(16rem, 75vh)",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.75rem 0" },
  ".cm-line": { padding: "0 1rem 0 0.5rem" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--muted)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 0.5rem 0 1rem", minWidth: "2.5rem" },
  ".cm-activeLine": { backgroundColor: "var(--line-now)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--line-now)", color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selection) !important",
  },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-matchingBracket": { backgroundColor: "var(--selection) !important" },
  ".tok-keyword": { color: "var(--code-keyword)" },
  ".tok-string": { color: "var(--code-string)" },
  ".tok-number": { color: "var(--code-number)" },
  ".tok-comment": { color: "var(--code-comment)", fontStyle: "italic" },
  ".tok-definition": { color: "var(--code-definition)", fontWeight: "600" },
  ".tok-builtin": { color: "var(--code-builtin)" },
});

export const pythonLook: Extension = [colours, indentation, look];
