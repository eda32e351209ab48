/**
 * The editor: the file as it is, to be typed in. It stands in a shadow root, where CodeMirror's styles are adopted sheets,
 * which the page's strict policy allows.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { Compartment, EditorState, type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { useLayoutEffect, useRef } from "preact/hooks";
import { editMarks, setGiven } from "./edit-marks.ts";
import { pythonLook } from "./python-look.ts";

export interface EditorProps {
  /** The file on the server. */
  readonly lines: readonly string[];
  /** What was typed in it before the editor was left, if anything. */
  readonly draft: readonly string[] | null;
  /** Changes whenever what was typed is to give way to `lines`. */
  readonly version: number;
  readonly readOnly: boolean;
  readonly onChange: (lines: readonly string[]) => void;
  readonly onApply: () => void;
  readonly onRun: () => void;
  /** How much of the window's lower end is covered: the cursor is kept above it. In pixels. */
  readonly covered: () => number;
  /** Told how to go into the editor. */
  readonly onReady: (focus: () => void) => void;
}

export function Editor(props: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const writable = useRef(new Compartment());
  const current = useRef(props);
  current.current = props;
  const { lines, version, readOnly } = props;

  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const editor = new EditorView({
      parent: root,
      root,
      state: stateOf(current.current.draft ?? current.current.lines, extensionsOf(current, writable.current)),
    });
    view.current = editor;
    current.current.onReady(() => editor.focus());
    return () => {
      current.current.onReady(() => undefined);
      editor.destroy();
    };
  }, []);

  // What was typed gives way only when the version says so, which it does not by being there.
  const shownVersion = useRef(version);
  useLayoutEffect(() => {
    if (shownVersion.current === version) return;
    shownVersion.current = version;
    const editor = view.current;
    const text = lines.join("\n");
    if (editor === null || editor.state.doc.toString() === text) return;
    const { head } = editor.state.selection.main;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text },
      selection: { anchor: Math.min(head, text.length) },
    });
  }, [version]);

  useLayoutEffect(() => {
    view.current?.dispatch({ effects: setGiven.of(lines) });
  }, [lines]);

  useLayoutEffect(() => {
    view.current?.dispatch({ effects: writable.current.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [readOnly]);

  return <div class="editor" ref={host} />;
}

function stateOf(lines: readonly string[], extensions: Extension): EditorState {
  return EditorState.create({ doc: lines.join("\n"), extensions });
}

function extensionsOf(props: { readonly current: EditorProps }, writable: Compartment): Extension {
  const own = keymap.of([
    { key: "Mod-Enter", run: () => done(props.current.onApply) },
    { key: "Mod-Shift-Enter", run: () => done(props.current.onRun) },
    { key: "Escape", run: (view) => done(() => view.contentDOM.blur()) },
  ]);
  return [
    // A key that is held takes one step.
    Prec.highest(EditorView.domEventHandlers({ keydown: isHeldEnter })),
    Prec.highest(own),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    bracketMatching(),
    indentUnit.of("    "),
    EditorState.tabSize.of(4),
    EditorView.scrollMargins.of(() => ({ bottom: props.current.covered() })),
    // As in the page's other code: wrapped, it would lose its shape on a phone.
    matchMedia("(max-width: 34rem)").matches ? [] : EditorView.lineWrapping,
    // Who wants to leave presses Escape first.
    keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
    editMarks(props.current.lines),
    pythonLook,
    writable.of(EditorState.readOnly.of(props.current.readOnly)),
    EditorView.contentAttributes.of({
      "aria-label": "Code. Tab indents; Escape, then Tab leaves the editor; Control Enter applies your edit.",
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) props.current.onChange(update.state.doc.toString().split("\n"));
    }),
  ];
}

function isHeldEnter(event: KeyboardEvent): boolean {
  return event.repeat && event.key === "Enter" && (event.ctrlKey || event.metaKey);
}

/** Tells CodeMirror that the key has been taken care of. */
function done(action: () => void): true {
  action();
  return true;
}
