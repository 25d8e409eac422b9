import type { RoomClient } from "../../client/room-client.js";
import type { ShapeId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import type { Store } from "../../store/store.js";
import { whenOnline } from "./when-online.js";

/** Lets the others and the recording know what this person has selected. Returns what ends it. */
export function shareSelection(client: RoomClient, selection: Store<readonly ShapeId[]>): () => void {
  const send = () => client.send([{ type: "selection", ids: selection.get().slice(0, LIMITS.shapeIds) }]);
  const ends = [selection.subscribe(send), whenOnline(client, () => selection.get().length > 0 && send())];
  return () => ends.forEach((end) => end());
}
