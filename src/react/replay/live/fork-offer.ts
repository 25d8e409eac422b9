import { useMemo } from "react";
import { type Millis, roomId } from "../../../signal/ids.js";
import type { Transport } from "../../../transport/transport.js";
import { useTransport } from "../../context.js";
import { useEvent } from "../../use-event.js";

/** How a room is made of a moment of the recording that is played. */
export interface ForkOffer {
  readonly room: string;
  /** Makes the room and leads there. Rejects as `Transport.fork`, with `bad-argument` for a name that no room can have. */
  readonly fork: (at: Millis, into: string) => Promise<void>;
}

export interface ForkOfferOptions {
  readonly room: string;
  readonly transport?: Transport | undefined;
  readonly onFork?: ((room: string) => void) | undefined;
}

/** What may be offered: null when the transport makes no rooms of recordings, or nobody would lead there. */
export function useForkOffer({ room, transport: given, onFork }: ForkOfferOptions): ForkOffer | null {
  const transport = useTransport(given);
  const tell = useEvent((name: string) => onFork?.(name));
  const isWanted = onFork !== undefined;
  return useMemo(() => {
    const { fork } = transport;
    if (!fork || !isWanted) return null;
    return {
      room,
      async fork(at, into) {
        await fork(roomId(room), at, roomId(into));
        tell(into);
      },
    };
  }, [room, transport, isWanted, tell]);
}
