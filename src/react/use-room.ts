import { useCallback } from "react";
import { type RoomClientOptions, createRoomClient } from "../client/create-room-client.js";
import type { RoomClient } from "../client/room-client.js";
import { roomId } from "../signal/ids.js";
import type { Transport } from "../transport/transport.js";
import { useInktape, useTransport } from "./context.js";
import { useResource } from "./use-resource.js";

/** Which room, and as whom. What is left out comes from the provider or is made up. */
export interface UseRoomOptions extends Pick<RoomClientOptions, "user" | "role" | "isRecord"> {
  /** 1 to 128 letters, digits and `. _ ~ -`. */
  readonly room: string;
  /** The provider's unless it says otherwise. Make it once, outside of rendering: another one is another connection. */
  readonly transport?: Transport | undefined;
}

/**
 * Joins a room for as long as the component is there; another room, transport, person or role is another client.
 * Null until the first effect has run, so on a server always. Throws `bad-argument` for a room that cannot be named so.
 */
export function useRoom(options: UseRoomOptions): RoomClient | null {
  const { role, isRecord, user } = options;
  const { clock, messages } = useInktape();
  const transport = useTransport(options.transport);
  const room = roomId(options.room);
  const { id, name = messages.guest, color } = user ?? {};
  const open = useCallback(() => {
    const client = createRoomClient({
      transport,
      clock,
      random: Math.random,
      room,
      role,
      isRecord,
      user: { id, name, color },
    });
    return { value: client, close: () => client.close() };
  }, [transport, clock, room, role, isRecord, id, name, color]);
  return useResource(open);
}
