import { useEffect, useState } from "react";
import type { RoomClient } from "../../client/room-client.js";
import { useInktape } from "../context.js";

/** How long it is said why something was not taken, in milliseconds. */
const SHOWN_MS = 5000;

/** Why the room did not take what was done last; null when that was a while ago, or never. */
export function useRefusal(client: RoomClient): string | null {
  const { clock } = useInktape();
  const [refusal, setRefusal] = useState<{ readonly reason: string } | null>(null);
  useEffect(() => client.onRefused((reason) => setRefusal({ reason })), [client]);
  useEffect(() => (refusal ? clock.after(SHOWN_MS, () => setRefusal(null)) : undefined), [clock, refusal]);
  return refusal?.reason ?? null;
}
