import type { JoinRequest } from "../../signal/protocol.js";
import type { Transport } from "../transport.js";
import { addressesOf, type Addresses } from "./addresses.js";
import { httpAssets } from "./assets.js";
import { ask } from "./ask.js";
import { connectSocket, type WebSocketConstructor } from "./connect.js";
import { fetchSummaries, httpTape } from "./http.js";
import { connectWithToken, type TokenSource } from "./token.js";

/** What a WebSocket transport is given. */
export interface WebSocketOptions {
  /** The server's address: `http(s)://`, `ws(s)://`, or in a page a path on the page's own server. */
  readonly url: string | URL;
  /** The WebSocket to use. Default the global one; Node 20 has none, so give that of `ws` there. */
  readonly WebSocket?: WebSocketConstructor | undefined;
  /**
   * What lets you in, where the server asks for it: a token as `createToken` of inktape/server makes it, or what gets one.
   * A function is asked anew for every connection and whatever is fetched, so that a token may run out. Name one function
   * for all renders: each has a transport of its own.
   */
  readonly token?: TokenSource | undefined;
}

/** Transports by address and token, so that a component may name its transport inline and keep its connection. */
const known = new Map<string, Map<TokenSource | undefined, Transport>>();

/**
 * The transport to an inktape server: live rooms over a WebSocket with binary frames, tapes and lists over HTTP.
 * The same one for the same address, unless a WebSocket is given. Throws `bad-argument` for an address that is none; a
 * path outside of a page is refused when it is first used, so that a page can be rendered on a server.
 */
export function webSocket({ url, WebSocket, token }: WebSocketOptions): Transport {
  const page = globalThis.location?.href;
  const addresses = () => addressesOf(url, page);
  if (page !== undefined || URL.canParse(url)) addresses();
  if (WebSocket) return transportTo(addresses, WebSocket, token);
  const atAddress = known.get(String(url)) ?? new Map<TokenSource | undefined, Transport>();
  known.set(String(url), atAddress);
  const transport = atAddress.get(token) ?? transportTo(addresses, globalThis.WebSocket, token);
  atAddress.set(token, transport);
  return transport;
}

function transportTo(
  addresses: () => Addresses,
  WebSocket: WebSocketConstructor,
  token: TokenSource | undefined,
): Transport {
  return {
    connect(request, events) {
      const connect = (given: JoinRequest) => connectSocket(WebSocket, addresses().socket(request.room), given, events);
      return token === undefined ? connect(request) : connectWithToken(token, request, connect, events);
    },
    tape: (room) => httpTape(addresses, room, token),
    assets: (room) => httpAssets(addresses, room, token),
    fork: async (room, at, into) => {
      const body = JSON.stringify({ at, into });
      await ask(addresses().fork(room), async () => undefined, { token, room, method: "POST", body });
    },
    rooms: async () => fetchSummaries(addresses(), token),
  };
}
