import { useEffect, useState } from "react";
import type { Player } from "../../player/player.js";

const KEY = "inktape.rate";

/** The speed that this viewer chose last, in this browser; undefined when there is none or it may not be kept. */
function rememberedRate(): number | undefined {
  try {
    const rate = Number(localStorage.getItem(KEY));
    return rate > 0 ? rate : undefined;
  } catch {
    // No storage on a server, and where the viewer forbids it.
    return undefined;
  }
}

function remember(rate: number): void {
  try {
    localStorage.setItem(KEY, String(rate));
  } catch {
    // It is chosen again the next time.
  }
}

/** The speed to begin with where the app names none: the viewer's last one. */
export function useRememberedRate(given: number | undefined): number | undefined {
  const [remembered] = useState(rememberedRate);
  return given ?? remembered;
}

/** Keeps the speed that the viewer chooses, where the app names none. */
export function useRateKeeping(player: Player | null, given: number | undefined): void {
  const isKept = given === undefined;
  useEffect(
    () => (isKept ? player?.on("ratechange", () => remember(player.state.get().rate)) : undefined),
    [player, isKept],
  );
}
