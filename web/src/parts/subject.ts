/** Says in the title of the document what is looked at, so that tabs and pages of the history can be told apart. */
import { useLayoutEffect } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { pageSubject } from "../store.ts";

/** @param subject null where it is not known yet */
export function useSubject(subject: string | null): void {
  useLayoutEffect(() => {
    pageSubject.value = subject && visibleText(subject);
    return () => {
      pageSubject.value = null;
    };
  }, [subject]);
}
