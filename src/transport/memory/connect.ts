import type { Clock } from "../../clock/clock.js";
import type { RoomHost } from "../../room/host.js";
import { Session, type Authorize } from "../../room/session.js";
import { assertNever } from "../../signal/errors.js";
import type { ClientFrame, JoinRequest } from "../../signal/protocol.js";
import { encodeClientFrame, serverFrameReader } from "../../signal/wire/frames.js";
import type { Connection, ConnectionEvents } from "../transport.js";

/** What the connections of one tab share. */
export interface Tab {
  readonly host: RoomHost;
  readonly clock: Clock;
  readonly authorize: Authorize;
}

/** Connects a client to a room of its own tab: bytes there, bytes back, each in a microtask of its own. */
export function connectInTab(tab: Tab, request: JoinRequest, events: ConnectionEvents): Connection {
  let isClosed = false;
  const read = serverFrameReader();
  const session = new Session({
    wire: {
      send: (bytes) => queueMicrotask(() => hear(bytes)),
      close: (goodbye) =>
        queueMicrotask(() => {
          if (isClosed) return;
          isClosed = true;
          events.closed(goodbye);
        }),
    },
    clock: tab.clock,
    join: (asked, granted, outlet) => tab.host.join(asked, granted, outlet),
    authorize: tab.authorize,
    room: request.room,
  });

  function hear(bytes: Uint8Array): void {
    if (isClosed) return;
    const frame = read(bytes);
    switch (frame.type) {
      case "welcome":
        return events.welcome(frame.welcome);
      case "entries":
        return events.entries(frame.entries);
      case "thinned":
        return events.thinned(frame.entries);
      case "suspended":
        return events.suspended(frame.reason);
      case "goodbye":
        return;
      default:
        assertNever(frame);
    }
  }

  function say(frame: ClientFrame): void {
    if (isClosed) return;
    const bytes = encodeClientFrame(frame);
    queueMicrotask(() => session.receive(bytes));
  }

  say({ type: "join", request });
  return {
    send: (batch) => say({ type: "signals", batch }),
    close() {
      say({ type: "leave" });
      isClosed = true;
    },
  };
}
