import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Transport } from "../transport/transport.js";
import { useTransport } from "./context.js";
import { queryKeys } from "./queries/query-keys.js";

/** All rooms of a transport, the newest activity first, as a query. Asked for again when the window gets the focus. */
export function useRooms(given?: Transport) {
  const transport = useTransport(given);
  return useQuery(queryOptions({ queryKey: queryKeys.rooms(transport), queryFn: () => transport.rooms() }));
}
