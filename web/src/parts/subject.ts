/** Says in the title of the document what is looked at, so that tabs and pages of the history can be told apart. */
import { useEffect } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { pageSubject } from "../store.ts";

/** @param subject null where it is not known yet */
export function useSubject(subject: string | null): void {
  useEffect(() => {
    pageSubject.value = subject && visibleText(subject);
    return () => {
      pageSubject.value = null;
    };
  }, [subject]);
}
