import type { Transport } from "../transport.js";
import { addressesOf } from "./addresses.js";
import { connectSocket, type WebSocketConstructor } from "./connect.js";
import { fetchSummaries, httpTape } from "./http.js";

/** What a WebSocket transport is given. */
export interface WebSocketOptions {
  /** The server's address: `http(s)://`, `ws(s)://`, or in a page a path on the page's own server. */
  readonly url: string | URL;
  /** The WebSocket to use. Default the global one; Node 20 has none, so give that of `ws` there. */
  readonly WebSocket?: WebSocketConstructor | undefined;
}

/**
 * Makes a transport to an inktape server: live rooms over a WebSocket with binary frames, tapes and lists over HTTP.
 * Throws `bad-argument` for an address that is none.
 */
export function webSocket(options: WebSocketOptions): Transport {
  const addresses = addressesOf(options.url, globalThis.location?.href);
  const { WebSocket = globalThis.WebSocket } = options;
  return {
    connect: (request, events) => connectSocket(WebSocket, addresses.socket(request.room), request, events),
    tape: (room) => httpTape(addresses, room),
    rooms: () => fetchSummaries(addresses.rooms()),
  };
}
