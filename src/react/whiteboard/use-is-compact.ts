import { useSurface } from "../parts/surface.js";
import { useIsNarrow } from "../use-is-narrow.js";

/** Below this, in CSS pixels, the board is laid out as on a phone. */
const COMPACT_BELOW = 640;

/** Whether the board around is laid out as on a phone. */
export function useIsCompact(): boolean {
  return useIsNarrow(useSurface().element, COMPACT_BELOW);
}
