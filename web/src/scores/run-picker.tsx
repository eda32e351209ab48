/** Which runs are compared: ticked one by one, found by a part of their names where there are many. */
import { useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";

/** Fewer are seen at a glance. */
const MANY = 8;

export interface RunPickerProps {
  readonly names: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: readonly string[]) => void;
}

export function RunPicker({ names, chosen, onChoose }: RunPickerProps) {
  const [text, setText] = useState("");
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = names.filter((name) => words.every((word) => name.toLowerCase().includes(word)));
  const set = (wanted: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const name of wanted) isChosen ? next.add(name) : next.delete(name);
    onChoose(names.filter((name) => next.has(name)));
  };
  return (
    <fieldset class="runs">
      <legend>Runs</legend>
      {names.length > MANY && (
        <div class="find-runs">
          <input
            type="search"
            aria-label="Find runs"
            placeholder="Find runs"
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
          <button type="button" class="small" onClick={() => set(found, true)}>
            Tick these
          </button>
          <button type="button" class="small" onClick={() => set(found, false)}>
            Untick these
          </button>
          <span class="aside" role="status">
            {found.length} of {names.length}
          </span>
        </div>
      )}
      {found.map((name) => (
        <label key={name}>
          <input type="checkbox" checked={chosen.has(name)} onChange={() => set([name], !chosen.has(name))} />{" "}
          {visibleText(name)}
        </label>
      ))}
    </fieldset>
  );
}
