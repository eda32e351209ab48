/** Playing an episode by itself, so many steps a second. */
import { useEffect, useState } from "preact/hooks";
import { useSteady } from "../parts/steady.ts";
import type { PlayControls, PlaySpeed } from "./controls.tsx";

/** Begins again where it is played from the end. */
export function usePlaying(step: number, last: number, go: (step: number) => void): PlayControls {
  const [speed, onSpeed] = useState<PlaySpeed>(2);
  const [isPlaying, setPlaying] = useState(false);
  const forth = useSteady(() => go(step + 1));
  const playing = isPlaying && step < last;
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(forth, 1000 / speed);
    return () => clearTimeout(timer);
  }, [playing, step, speed, forth]);
  // It has come to its end: who steps back from there looks at a step, and does not play on.
  useEffect(() => {
    if (isPlaying && step >= last) setPlaying(false);
  }, [isPlaying, step, last]);
  const onToggle = (): void => {
    if (!playing && step === last) go(0);
    setPlaying(!playing);
  };
  return { playing, onToggle, speed, onSpeed };
}
