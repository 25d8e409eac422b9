import FastForward from "lucide-react/icons/fast-forward";
import { useEffect, useMemo, useState } from "react";
import type { Player } from "../../../player/player.js";
import { useInktape } from "../../context.js";
import { lengthFormat } from "../timeline/length-format.js";
import { watchSkips } from "./skipped.js";

/** How long it is said, in milliseconds. */
const SHOWN_MS = 4000;

/** Says how long a pause was that has just been jumped. */
export function SkipNotice({ player }: { readonly player: Player }) {
  const { clock, messages } = useInktape();
  const format = useMemo(() => lengthFormat(), []);
  const [skip, setSkip] = useState<{ readonly ms: number } | null>(null);
  useEffect(() => watchSkips(player, (ms) => setSkip({ ms })), [player]);
  useEffect(() => (skip ? clock.after(SHOWN_MS, () => setSkip(null)) : undefined), [skip, clock]);
  return (
    <div role="status">
      {skip && (
        <p className="inktape-badge">
          <FastForward data-directed="" />
          {messages.replayPeople.skipped(format(skip.ms, "long"))}
        </p>
      )}
    </div>
  );
}
