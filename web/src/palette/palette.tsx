/** The palette: finds pages, actions, tasks, runs and episodes by what is typed, and goes there. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { fittingItems, PALETTE_GROUPS, type PaletteItem } from "../logic/palette-items.ts";
import { currentRoute } from "../store.ts";
import { listedItems, OWN_ITEMS, serverItems, taskItems } from "./palette-items.ts";

const NONE: readonly PaletteItem[] = [];

/** @param props.onClose told when it has closed, by whatever way */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const items = useItems(typed);
  const chosen = items[Math.min(at, items.length - 1)];
  useLayoutEffect(() => dialog.current?.showModal(), []);
  // Who goes back in the browser comes to another page, not to this over it.
  const opened = useRef(currentRoute.value);
  useLayoutEffect(() => {
    if (currentRoute.value !== opened.current) dialog.current?.close();
  }, [currentRoute.value]);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const take = (item: PaletteItem | undefined): void => {
    if (item === undefined) return;
    // Closed first: what comes then may look for the focus.
    dialog.current?.close();
    item.run();
  };
  const press = (event: KeyboardEvent): void => {
    const last = items.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === "Enter") take(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} class="palette" aria-label="Find anything" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label="Find pages, tasks, runs, episodes, actions"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={chosen && optionId(chosen)}
        placeholder="Find pages, tasks, runs, episodes, actions"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id="palette-list" role="listbox" aria-label="What was found" ref={list}>
        {PALETTE_GROUPS.map((group) => (
          <Group
            key={group}
            group={group}
            items={items.filter((item) => item.group === group)}
            chosen={chosen}
            onTake={take}
          />
        ))}
      </div>
      <p class="aside" role="status">
        {items.length === 0 ? "Nothing is called that." : `${items.length} found`}
      </p>
    </dialog>
  );
}

interface GroupProps {
  readonly group: string;
  readonly items: readonly PaletteItem[];
  readonly chosen: PaletteItem | undefined;
  readonly onTake: (item: PaletteItem) => void;
}

function Group({ group, items, chosen, onTake }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <fieldset>
      <legend>{group}</legend>
      {items.map((item) => (
        <button
          type="button"
          key={item.id}
          id={optionId(item)}
          role="option"
          tabIndex={-1}
          aria-selected={item === chosen}
          onClick={() => onTake(item)}
        >
          <span class="palette-title">{item.title}</span>
          {item.detail !== undefined && <span class="aside">{item.detail}</span>}
        </button>
      ))}
    </fieldset>
  );
}

function optionId({ id }: PaletteItem): string {
  return `found-${encodeURIComponent(id)}`;
}

/** Typing is not over before so long. */
const PAUSE_MS = 120;

/** What fits; tasks come a moment later, since the server finds them. */
function useItems(typed: string): readonly PaletteItem[] {
  const [server, setServer] = useState(NONE);
  const [tasks, setTasks] = useState(NONE);
  useEffect(() => {
    let isOpen = true;
    serverItems().then((found) => {
      if (isOpen) setServer(found);
    });
    return () => {
      isOpen = false;
    };
  }, []);
  useEffect(() => {
    let isWanted = true;
    const words = typed.trim();
    const timer = setTimeout(() => {
      // What is not found is not offered; the page of the tasks says why.
      const found = words === "" ? Promise.resolve(NONE) : taskItems(words).catch(() => NONE);
      found.then((fresh) => {
        if (isWanted) setTasks(fresh);
      });
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [typed]);
  return useMemo(() => {
    const all = [...OWN_ITEMS, ...tasks, ...server, ...listedItems(typed)];
    // An episode may stand in several lists.
    return fittingItems([...new Map(all.map((item) => [item.id, item])).values()], typed);
  }, [typed, server, tasks]);
}
