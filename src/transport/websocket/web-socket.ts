import type { Transport } from "../transport.js";
import { addressesOf, type Addresses } from "./addresses.js";
import { connectSocket, type WebSocketConstructor } from "./connect.js";
import { fetchSummaries, httpTape } from "./http.js";

/** What a WebSocket transport is given. */
export interface WebSocketOptions {
  /** The server's address: `http(s)://`, `ws(s)://`, or in a page a path on the page's own server. */
  readonly url: string | URL;
  /** The WebSocket to use. Default the global one; Node 20 has none, so give that of `ws` there. */
  readonly WebSocket?: WebSocketConstructor | undefined;
}

/** Transports by address, so that a component may name its transport inline and keep its connection. */
const known = new Map<string, Transport>();

/**
 * The transport to an inktape server: live rooms over a WebSocket with binary frames, tapes and lists over HTTP.
 * The same one for the same address, unless a WebSocket is given. Throws `bad-argument` for an address that is none; a
 * path outside of a page is refused when it is first used, so that a page can be rendered on a server.
 */
export function webSocket({ url, WebSocket }: WebSocketOptions): Transport {
  const page = globalThis.location?.href;
  const addresses = () => addressesOf(url, page);
  if (page !== undefined || URL.canParse(url)) addresses();
  if (WebSocket) return transportTo(addresses, WebSocket);
  const transport = known.get(String(url)) ?? transportTo(addresses, globalThis.WebSocket);
  known.set(String(url), transport);
  return transport;
}

function transportTo(addresses: () => Addresses, WebSocket: WebSocketConstructor): Transport {
  return {
    connect: (request, events) => connectSocket(WebSocket, addresses().socket(request.room), request, events),
    tape: (room) => httpTape(addresses, room),
    rooms: async () => fetchSummaries(addresses().rooms()),
  };
}
