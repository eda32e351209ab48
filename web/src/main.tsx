/** Where the page begins. */
import "./no-eval.ts";
import { render } from "preact";
import { PageFrame } from "./app.tsx";
import { resumeEpisode } from "./play/game.ts";
import { currentRoute, currentTheme, setTheme } from "./store.ts";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/files.css";
import "./styles/frame.css";
import "./styles/palette.css";
import "./styles/parts.css";
import "./styles/skeleton.css";
import "./styles/code.css";
import "./styles/tables.css";
import "./styles/welcome.css";
import "./styles/home.css";
import "./styles/play.css";
import "./styles/lists.css";
import "./styles/timeline.css";
import "./styles/episode.css";
import "./styles/compare.css";
import "./styles/tasks.css";
import "./styles/scores.css";

setTheme(currentTheme.value);
// How far a list is scrolled stands in its address.
history.scrollRestoration = "manual";
// A link to a task begins another episode.
if (currentRoute.value.query.task === undefined) resumeEpisode();
const root = document.getElementById("app");
if (root) render(<PageFrame />, root);
