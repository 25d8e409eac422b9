import type { Board } from "../board/board.js";
import type { RoomClient } from "../client/room-client.js";
import { useStore } from "./use-store.js";

/**
 * Something of a room's board, own signals included. The component renders again only when what the selector gives
 * changed, one level deep; undefined before the first board.
 *
 * @example const pages = useBoard(client, (board) => board.pages);
 */
export function useBoard<T>(client: RoomClient | null, selector: (board: Board) => T): T | undefined {
  return useStore(client?.board ?? null, (board) => (board ? selector(board) : undefined), undefined);
}
