/** What readers find of kept episodes, no matter who played them. */
import { describeEpisodeShelf } from "./support/episode-shelf-contract.ts";
import { openStoredLog } from "./support/open-stored-log.ts";

describeEpisodeShelf("in a folder", () => openStoredLog());
