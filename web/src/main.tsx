/** Where the page begins. */
import "./no-eval.ts";
import { render } from "preact";
import { PageFrame } from "./app.tsx";
import { currentTheme, setTheme } from "./store.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/files.css";
import "./styles/frame.css";
import "./styles/parts.css";
import "./styles/code.css";
import "./styles/tables.css";
import "./styles/welcome.css";
import "./styles/play.css";
import "./styles/lists.css";
import "./styles/episode.css";
import "./styles/tasks.css";
import "./styles/scores.css";

setTheme(currentTheme.value);
const root = document.getElementById("app");
if (root) render(<PageFrame />, root);
