import { useEffect, useState } from "react";
import { useInktape } from "../../context.js";
import { LiveRegion } from "../../parts/live-region.js";
import type { Stage } from "../use-stage.js";
import { narrate } from "./narrator.js";

/** Tells people who listen what happens while it plays. */
export function Narration({ stage: { player, view } }: { readonly stage: Stage }) {
  const { clock, messages } = useInktape();
  const [text, setText] = useState("");
  useEffect(() => narrate({ player, view, clock, messages, say: setText }), [player, view, clock, messages]);
  return <LiveRegion text={text} />;
}
