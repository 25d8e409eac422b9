import { isReservedKey } from "../board/reserved-keys.js";
import { InktapeError } from "../signal/errors.js";
import type { Json } from "../signal/signal.js";
import { useRoomAround } from "./room-context.js";
import { useEvent } from "./use-event.js";
import { useStore } from "./use-store.js";

/**
 * `useState` that everybody in the room shares: the value of a key of the room's shared state, and what sets it. It is
 * recorded; inside a `<Replay>` it is what it was at the moment shown, and to set it does nothing. The last one who
 * sets a key wins. Readers cannot set it. Throws `bad-argument` for a key that begins with `inktape.`.
 *
 * @param key at most 512 bytes.
 * @param initial a value that JSON can hold, as all that is set, of at most 64 KiB: what it is until somebody sets the key. Never sent.
 * @example const [score, setScore] = useSharedState("score", 0); … setScore((now) => now + 1);
 */
export function useSharedState<T>(key: string, initial: T): readonly [T, (next: T | ((now: T) => T)) => void] {
  if (isReservedKey(key)) {
    throw new InktapeError("bad-argument", `The key "${key}" is inktape's own: name it without "inktape." in front.`);
  }
  const room = useRoomAround();
  const valueIn = (shared: { readonly [key: string]: Json } | undefined) =>
    shared && Object.hasOwn(shared, key) ? (shared[key] as T) : initial;
  const value = useStore(room.board, (board) => valueIn(board?.shared), initial) as T;
  const set = useEvent((next: T | ((now: T) => T)) => {
    const now = valueIn(room.board.get()?.shared);
    const value = typeof next === "function" ? (next as (now: T) => T)(now) : next;
    room.client?.send([{ type: "state.set", key, value: value as Json }]);
  });
  return [value, set];
}
