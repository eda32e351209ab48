/** The files of a program of several, by folder, to choose from. Nothing for a program of one. */
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { ProgramFileState } from "../../../src/protocol/observation.ts";
import { formatCounted } from "../logic/format.ts";

export interface FileTreeProps {
  readonly files: readonly ProgramFileState[];
  readonly open: string;
  readonly onChoose: (path: string) => void;
  /** Further marks of a file, such as what was typed in it and not applied. */
  readonly markOf?: (path: string) => string | null;
}

export function FileTree({ files, open, onChoose, markOf = () => null }: FileTreeProps) {
  if (files.length === 0) return null;
  return (
    <nav class="file-tree" aria-label="Files">
      {byFolder(files).map(({ folder, files: inside }) => (
        <ul key={folder} aria-label={folder === "" ? "Main folder" : folder}>
          {folder !== "" && (
            <li class="folder" aria-hidden="true">
              {visibleText(folder)}
            </li>
          )}
          {inside.map((file) => (
            <li key={file.path}>
              <FileButton file={file} isOpen={file.path === open} mark={markOf(file.path)} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

interface FileButtonProps {
  readonly file: ProgramFileState;
  readonly isOpen: boolean;
  readonly mark: string | null;
  readonly onChoose: (path: string) => void;
}

function FileButton({ file: { path, lines, changed }, isOpen, mark, onChoose }: FileButtonProps) {
  return (
    <button
      type="button"
      aria-current={isOpen ? "true" : undefined}
      title={`${path}, ${formatCounted(lines, "line")}`}
      onClick={() => onChoose(path)}
    >
      {visibleText(path.slice(folderOf(path).length))}
      {changed && <span class="chip">edited</span>}
      {mark !== null && <span class="chip mark">{mark}</span>}
    </button>
  );
}

/** `parts/` of `parts/rows.py`. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The main folder first. */
function byFolder(files: readonly ProgramFileState[]) {
  const folders = [...new Set(files.map(({ path }) => folderOf(path)))].sort();
  return folders.map((folder) => ({ folder, files: files.filter(({ path }) => folderOf(path) === folder) }));
}
