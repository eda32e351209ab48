/** Says that something is empty, missing or wrong, and what can be done. */
import type { ComponentChildren } from "preact";

export interface NoticeProps {
  readonly kind: "empty" | "error" | "info";
  readonly title: string;
  readonly children?: ComponentChildren;
}

export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <section class={`notice ${kind}`} role={kind === "error" ? "alert" : "status"}>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
