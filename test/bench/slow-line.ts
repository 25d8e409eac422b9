import type { Connection, ConnectionEvents, Transport } from "../../src/transport/transport.js";
import { seededRandom } from "../property/seeded.js";
import type { EventClock } from "./event-clock.js";

/** A network that is neither the best nor the worst: milliseconds one way, at least, and how much more at most. */
const DELAY_MS = 15;
const JITTER_MS = 8;

/** A transport over a network: all that is said arrives later, now more and now less, in order. */
export function slowLine(transport: Transport, clock: EventClock): Transport {
  const random = seededRandom(33);
  /** One direction of a connection. */
  const lane = () => {
    let last = 0;
    return (arrive: () => void) => {
      last = Math.max(last, clock.now() + DELAY_MS + random() * JITTER_MS);
      clock.after(last - clock.now(), arrive);
    };
  };
  return {
    ...transport,
    connect(request, events): Connection {
      const [up, down] = [lane(), lane()];
      const delayed: ConnectionEvents = {
        welcome: (welcome) => down(() => events.welcome(welcome)),
        entries: (entries) => down(() => events.entries(entries)),
        thinned: (entries) => down(() => events.thinned(entries)),
        suspended: (reason) => down(() => events.suspended(reason)),
        closed: (goodbye) => down(() => events.closed(goodbye)),
      };
      const connection = transport.connect(request, delayed);
      return { send: (batch) => up(() => connection.send(batch)), close: () => up(() => connection.close()) };
    },
  };
}
