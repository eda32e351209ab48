/** What `npm run redteam` says of itself, and of what it cannot try. */

export const HELP = `Usage: npm run redteam -- [address] [options]

Tries the attacks of the tests on a server that runs already (default http://localhost:7860): hostile code, wrong
programs that are easily taken for right ones, strangers' pages, tools, other people's episodes, bodies too large,
crowds. Nothing is sent anywhere else. Try a server that trains nobody at the moment: the attacks keep it busy, and
the episodes count in its metrics.

  --only <text>    only attacks and categories with this in their names
  --every <n>      only every nth attack of each category (default 1: all)
  --seeds <n>      on how many seeds each wrong program is played (default 3)
  --at-once <n>    how many attacks run side by side, 1 to 16 (default 2)
  --seconds <n>    after so long an attack that has not ended counts as harm (default 120)
  --minutes <n>    ends the run after so long (default 60)

Examples:
  npm start                                       # in another shell
  npm run redteam
  npm run redteam -- http://10.0.0.5:7860 --every 10
  npm run redteam -- --only "strangers' pages"

Exit code 0: nothing got through; 1: something did; 2: the server could not be reached, the words could not be read,
or the time ran out before all was tried.
`;

export const LEFT_OUT = `Left out, because an address is not enough for them (\`npm test\` tries them on servers of its own):
  workers that are killed in the middle of a run; logs that nobody reads, or on a full disk; want of descriptors or
  heap; marks in the very worker that the next session gets; what compilers do with hot code; other settings than yours.`;
