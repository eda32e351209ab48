/** The head of a column by which a table can be sorted. */
import type { Sorting } from "../logic/sorting.ts";

export interface SortHeadProps {
  readonly name: string;
  readonly title: string;
  /** Numbers begin with the largest. */
  readonly isNumber: boolean;
  /** Null where the rows stand in an order of their own. */
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
  readonly class: string;
  /** In rem. */
  readonly width?: number;
}

export function SortHead({ name, title, isNumber, sorting, onSort, class: look, width }: SortHeadProps) {
  const isSorted = sorting?.column === name;
  const descending = isSorted ? sorting.descending : isNumber;
  const sort = (): void => onSort({ column: name, descending: isSorted ? !descending : isNumber });
  return (
    <th
      scope="col"
      data-column={name}
      class={look}
      style={width === undefined ? undefined : { "--column": `${width}rem` }}
      aria-sort={isSorted ? (descending ? "descending" : "ascending") : undefined}
    >
      <button type="button" class="link" onClick={sort}>
        {title}
      </button>
      <span class="order" aria-hidden="true">
        {isSorted ? (descending ? "↓" : "↑") : ""}
      </span>
    </th>
  );
}
