import { useMemo } from "react";
import { roomId } from "../signal/ids.js";
import type { AssetStore } from "../transport/assets.js";
import type { Transport } from "../transport/transport.js";
import { useTransport } from "./context.js";

/** A room's pictures. Throws `bad-argument` for a room that cannot be named so. */
export function useAssets(room: string, given?: Transport): AssetStore {
  const transport = useTransport(given);
  const id = roomId(room);
  return useMemo(() => transport.assets(id), [transport, id]);
}
