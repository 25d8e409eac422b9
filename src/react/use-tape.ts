import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { roomId } from "../signal/ids.js";
import type { TapeSource } from "../tape/tape-source.js";
import type { Transport } from "../transport/transport.js";
import { useTransport } from "./context.js";
import { cachedTape } from "./queries/cached-tape.js";

/** A room's recording through the query cache. Throws `bad-argument` for a room that cannot be named so. */
export function useTape(room: string, given?: Transport): TapeSource {
  const transport = useTransport(given);
  const queries = useQueryClient();
  const id = roomId(room);
  return useMemo(() => cachedTape(transport, id, queries), [transport, id, queries]);
}
