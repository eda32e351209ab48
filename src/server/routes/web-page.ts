/** The text of the page at `/web/`. */

export const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 46rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { margin-bottom: 0; }
pre { overflow-x: auto; padding: 0.75rem 1rem; border: 1px solid #8886; border-radius: 0.5rem; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9rem; }
`;

/** Where the reader found this server, safe to show: `http://localhost:7860` and `ws://localhost:7860`. */
export interface Origin {
  readonly http: string;
  readonly socket: string;
}

export const page = (origin: Origin): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>TraceFix-RL</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>TraceFix-RL</h1>
<p>An <a href="https://github.com/huggingface/OpenEnv">OpenEnv</a> environment in which an agent learns to debug as an
engineer does: read the code, run the tests, patch one place, verify, submit.</p>

<h2>Play an episode</h2>
<p>Over a WebSocket, one connection being one session:</p>
<pre><code>npx wscat -c ${origin.socket}/ws
&gt; {"type": "reset", "data": {"task_name": "sum_even_wrong_condition", "seed": 7}}
&gt; {"type": "step", "data": {"action_type": "RUN_TESTS"}}
&gt; {"type": "step", "data": {"action_type": "SUBMIT"}}</code></pre>
<p>Or over HTTP, where each step names its episode:</p>
<pre><code>curl -X POST ${origin.http}/reset -H 'content-type: application/json' -d '{"episode_id": "mine"}'
curl -X POST ${origin.http}/step -H 'content-type: application/json' \\
  -d '{"episode_id": "mine", "action": {"action_type": "RUN_TESTS"}}'</code></pre>

<h2>The six actions</h2>
<dl>
<dt><code>VIEW_CODE</code></dt><dd>shows the file</dd>
<dt><code>RUN_TESTS</code></dt><dd>runs the visible tests</dd>
<dt><code>REPLACE_LINES</code></dt><dd>edits: <code>start_line</code>, <code>end_line</code>, <code>new_code_block</code></dd>
<dt><code>UNDO_EDIT</code></dt><dd>takes back the last edit</dd>
<dt><code>RESET_TO_ORIGINAL</code></dt><dd>restores the given file</dd>
<dt><code>SUBMIT</code></dt><dd>ends the episode and scores it</dd>
</dl>

<h2>Look further</h2>
<ul>
<li><a href="../docs">The HTTP interface</a> and its <a href="../openapi.json">OpenAPI description</a></li>
<li><a href="../schema">JSON Schemas</a> of actions, observations and state</li>
<li><a href="../metrics">Metrics</a> and <a href="../health">health</a></li>
</ul>
</main>
</body>
</html>
`;
