import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import type { Goodbye, JoinRequest, SignalBatch, Welcome } from "../../src/signal/protocol.js";
import type { Signal } from "../../src/signal/signal.js";
import type { ConnectionEvents, Transport } from "../../src/transport/transport.js";
import { ANNA } from "../board/log.js";

/** One connection whose room is played by the test. */
export interface Line {
  readonly request: JoinRequest;
  readonly batches: SignalBatch[];
  isClosed: boolean;
  welcome(over?: Partial<Welcome>): void;
  /** Entries after `after`, all by `by`, whose numbers go on from `first`. */
  entries(after: number, signals: readonly Signal[], by?: MemberId, first?: number): void;
  /** Entries with gaps. */
  thinned(entries: readonly Entry[]): void;
  /** The room takes nothing any more. */
  suspended(): void;
  /** The line breaks. */
  breaks(goodbye?: Partial<Goodbye>): void;
}

/** A transport whose far end is the test itself: for what no real room does on demand. */
export function scriptedTransport(): Transport & { readonly lines: Line[]; readonly last: Line } {
  const lines: Line[] = [];
  return {
    lines,
    get last() {
      const line = lines.at(-1);
      if (!line) throw new Error("Nobody has connected yet.");
      return line;
    },
    connect(request, events) {
      const line = lineOf(request, events);
      lines.push(line);
      return { send: (batch) => line.batches.push(batch), close: () => void (line.isClosed = true) };
    },
    tape: () => {
      throw new Error("No tape here.");
    },
    assets: () => ({
      put: () => Promise.reject(new Error("No pictures here.")),
      get: () => Promise.reject(new Error("No pictures here.")),
    }),
    rooms: () => Promise.resolve([]),
  };
}

function lineOf(request: JoinRequest, events: ConnectionEvents): Line {
  return {
    request,
    batches: [],
    isClosed: false,
    welcome: (over) =>
      events.welcome({ member: ANNA, role: request.role, clientSeq: 0, now: 0 as Millis, keyframe: null, ...over }),
    entries: (after, signals, by = ANNA, first = 1) => events.entries(entriesAfter(after, signals, by, first)),
    thinned: (entries) => events.thinned(entries),
    suspended: () => events.suspended({ code: "log-failed", message: "The disk is full." }),
    breaks: (goodbye) => events.closed({ code: "offline", message: "The line broke.", isRetryable: true, ...goodbye }),
  };
}

export function entriesAfter(after: number, signals: readonly Signal[], by: MemberId, first: number): Entry[] {
  return signals.map((signal, index) => ({
    seq: (after + 1 + index) as Seq,
    at: 1000 as Millis,
    by,
    clientSeq: first + index,
    signal,
  }));
}
