/** The field to search a list by words. */

export interface FindProps {
  /** Says which words are looked at. */
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

export function Find({ placeholder, value, onChange }: FindProps) {
  return (
    <label class="field">
      <span>Find</span>
      <input
        type="search"
        placeholder={placeholder}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
