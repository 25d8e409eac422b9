import type { QueryClient } from "@tanstack/react-query";
import type { RoomId } from "../../signal/ids.js";
import type { TapeSource } from "../../tape/tape-source.js";
import type { Transport } from "../../transport/transport.js";
import { queryKeys } from "./query-keys.js";

/**
 * A room's tape through the query cache: blocks and keyframes never change, so each is fetched once however many
 * players want it. The index is asked for anew every time, and the newest one left for `useTimeline`.
 */
export function cachedTape(transport: Transport, room: RoomId, queries: QueryClient): TapeSource {
  const tape = transport.tape(room);
  const kept = (queryKey: readonly unknown[], queryFn: () => Promise<Uint8Array>, signal: AbortSignal | undefined) =>
    unlessAborted(signal, queries.fetchQuery({ queryKey, queryFn, staleTime: Infinity }));
  return {
    async timeline(range) {
      const timeline = await tape.timeline(range);
      if (!range) queries.setQueryData(queryKeys.timeline(transport, room), timeline);
      return timeline;
    },
    block: (ref, signal) => kept(queryKeys.block(transport, room, ref), () => tape.block(ref), signal),
    part: (ref, part, signal) => kept(queryKeys.part(transport, room, ref, part), () => tape.part(ref, part), signal),
    keyframe: (ref, signal) => kept(queryKeys.keyframe(transport, room, ref), () => tape.keyframe(ref), signal),
  };
}

/** Stops waiting when the signal says so. The fetch itself goes on into the cache: another player may want it. */
async function unlessAborted<T>(signal: AbortSignal | undefined, wanted: Promise<T>): Promise<T> {
  if (!signal) return wanted;
  signal.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    wanted.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
