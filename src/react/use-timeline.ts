import { queryOptions, useQuery } from "@tanstack/react-query";
import { roomId } from "../signal/ids.js";
import type { Transport } from "../transport/transport.js";
import { useTransport } from "./context.js";
import { queryKeys } from "./queries/query-keys.js";

/** The index of a room's recording, as a query: spans of activity, markers, members. Fails with `not-found` for a room that never was. */
export function useTimeline(room: string, given?: Transport) {
  const transport = useTransport(given);
  const id = roomId(room);
  return useQuery(
    queryOptions({ queryKey: queryKeys.timeline(transport, id), queryFn: () => transport.tape(id).timeline() }),
  );
}
