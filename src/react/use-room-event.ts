import { useCallback, useEffect } from "react";
import type { MemberId } from "../signal/ids.js";
import type { Json } from "../signal/signal.js";
import { useRoomAround } from "./room-context.js";
import { useEvent } from "./use-event.js";

const NOBODY_LISTENS = () => undefined;

/**
 * Hears a custom event of the room, sent by whomever, this client included; gives what sends one. Events are recorded,
 * and heard again inside a `<Replay>` as they are played, though not those that a seek jumps over; to send one there
 * does nothing. Readers cannot send.
 *
 * @param name at most 512 bytes.
 * @param listener called in the order of the room's log, with what was sent (JSON of at most 64 KiB) and by whom.
 * @example const clap = useRoomEvent("clap", (data, by) => show(by)); … clap({ hands: 2 });
 */
export function useRoomEvent<T extends Json = Json>(
  name: string,
  listener: (data: T, by: MemberId) => void = NOBODY_LISTENS,
): (data: T) => void {
  const room = useRoomAround();
  const hear = useEvent(listener as (data: Json, by: MemberId) => void);
  useEffect(() => room.onEvent(name, hear), [room, name, hear]);
  return useCallback((data: T) => room.client?.send([{ type: "event", name, data }]), [room, name]);
}
