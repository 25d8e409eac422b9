import { useEffect } from "react";
import { late, lateElement, useLate } from "../../parts/late.js";
import { useStore } from "../../use-store.js";
import type { Stage } from "../use-stage.js";

const NARRATION = late(async () => (await import("./narration.js")).Narration);

/** What tells people who listen what happens, while that is wanted; `isWanted` is where it begins. */
export function useNarration(stage: Stage | null, isWanted: boolean) {
  const isOn = useStore(stage?.isNarrated ?? null, (value) => value, false);
  const Narration = useLate(NARRATION, isOn);
  useEffect(() => stage?.isNarrated.set(isWanted), [stage, isWanted]);
  return stage && isOn ? lateElement(Narration, { stage }) : null;
}
