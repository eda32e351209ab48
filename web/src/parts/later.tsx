/** A page whose code comes when it is gone to. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Notice } from "./notice.tsx";
import { Skeleton } from "./skeleton.tsx";

export function Later({ load }: { readonly load: () => Promise<ComponentType> }) {
  const [Page, setPage] = useState<ComponentType | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    load().then(
      (loaded) => setPage(() => loaded),
      () => setFailed(true),
    );
  }, [load]);
  if (failed) {
    return (
      <Notice kind="error" title="This part of the page did not load">
        The server cannot be reached, or was updated meanwhile. <a href={location.pathname}>Load the page again</a>.
      </Notice>
    );
  }
  return Page === null ? <Skeleton label="Loading" /> : <Page />;
}
