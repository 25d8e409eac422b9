import { createContext, useContext } from "react";
import type { Board } from "../board/board.js";
import type { RoomClient } from "../client/room-client.js";
import type { Player } from "../player/player.js";
import { InktapeError } from "../signal/errors.js";
import type { MemberId } from "../signal/ids.js";
import type { Json } from "../signal/signal.js";
import type { Store } from "../store/store.js";

/** The room around a component, live or played back. */
export interface RoomAround {
  readonly board: Store<Board | null>;
  /** Null in a recording: there nothing can be done. */
  readonly client: RoomClient | null;
  /** Custom events by name, in order; of a recording, as they are played. */
  onEvent(name: string, listener: (data: Json, by: MemberId) => void): () => void;
}

/** Null outside of a whiteboard or replay, and until its room is there. */
export const RoomContext = createContext<RoomAround | null>(null);

/** The room of the whiteboard or replay around. Throws `bad-argument` outside of both. */
export function useRoomAround(): RoomAround {
  const room = useContext(RoomContext);
  if (room) return room;
  throw new InktapeError(
    "bad-argument",
    "This hook needs a <Whiteboard> or <Replay> around the component that calls it: put the component inside of one.",
  );
}

export function roomOfClient(client: RoomClient): RoomAround {
  return { board: client.board, client, onEvent: client.onEvent };
}

export function roomOfPlayer(player: Player): RoomAround {
  const board = { get: () => player.frame.get().board, subscribe: player.frame.subscribe };
  return {
    board,
    client: null,
    onEvent: (name, listener) =>
      player.onEntries((entries) => {
        for (const { signal, by } of entries)
          if (signal.type === "event" && signal.name === name) listener(signal.data, by);
      }),
  };
}
