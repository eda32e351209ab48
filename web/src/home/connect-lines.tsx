/** The two lines that connect an agent to this server, to be copied. */
import { useState } from "preact/hooks";
import { serverUrl } from "../api.ts";
import { copyText } from "../parts/copy-text.ts";

export function ConnectLines() {
  const address = serverUrl("").href.replace(/\/$/, "");
  const lines = `env = TracefixRlEnv(base_url="${address}").sync()\nresult = env.reset(difficulty="easy")`;
  const [told, setTold] = useState("Copy");
  const copy = (): void => {
    copyText(lines).then(
      () => setTold("Copied"),
      () => setTold("Select it to copy"),
    );
  };
  return (
    <section class="panel connect" aria-labelledby="connect-title">
      <div class="panel-head">
        <h2 id="connect-title">Connect an agent</h2>
        <button type="button" class="quiet small" onClick={copy}>
          {told}
        </button>
      </div>
      <pre tabIndex={0}>{lines}</pre>
      <p class="aside">
        Or by HTTP, WebSocket and MCP: <a href="../docs">the server's interface</a>.
      </p>
    </section>
  );
}
