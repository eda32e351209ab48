/** A choice among a few values, with its label. */

export interface SelectProps {
  readonly label: string;
  readonly value: string;
  /** What no choice is called. */
  readonly any: string;
  readonly onChange: (value: string) => void;
  readonly show?: (value: string) => string;
  readonly children: readonly string[];
}

export function Select({ label, value, any, onChange, show = (text) => text, children }: SelectProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{any}</option>
        {children.map((option) => (
          <option key={option} value={option}>
            {show(option)}
          </option>
        ))}
      </select>
    </label>
  );
}
