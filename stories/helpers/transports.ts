import { type Clock, type ErrorCode, InktapeError, type Transport } from "../../src/index.js";
import { memory } from "../../src/transport/memory/index.js";

/** A transport that never gets an answer. */
export function silent(): Transport {
  return {
    connect: () => ({ send: () => undefined, close: () => undefined }),
    tape: () => ({ timeline: forever, block: forever, part: forever, keyframe: forever }),
    assets: () => ({ put: forever, get: forever }),
    rooms: forever,
  };
}

/** Rooms that let nobody in. */
export function denying(clock: Clock, message: string): Transport {
  return memory({
    clock,
    authorize: () => {
      throw new InktapeError("denied", message);
    },
  });
}

/** Rooms where everybody may only look. */
export function readOnly(clock: Clock): Transport {
  return memory({ clock, authorize: () => "reader" });
}

/** A transport whose connections can be cut, and stay cut. */
export function cuttable(inner: Transport): Transport & { cut(): void } {
  const cuts = new Set<() => void>();
  let isCut = false;
  return {
    ...inner,
    connect(request, events) {
      const lose = () => events.closed({ code: "offline", message: "The connection was lost.", isRetryable: true });
      if (isCut) {
        queueMicrotask(lose);
        return { send: () => undefined, close: () => undefined };
      }
      const connection = inner.connect(request, {
        welcome: (welcome) => isCut || events.welcome(welcome),
        entries: (entries) => isCut || events.entries(entries),
        thinned: (entries) => isCut || events.thinned(entries),
        suspended: (reason) => isCut || events.suspended(reason),
        closed: (goodbye) => isCut || events.closed(goodbye),
      });
      cuts.add(lose);
      return { send: (batch) => isCut || connection.send(batch), close: () => connection.close() };
    },
    cut() {
      isCut = true;
      for (const lose of cuts) lose();
    },
  };
}

/** A transport whose rooms can be told that they cannot store anything any more. */
export function suspendable(inner: Transport): Transport & { suspend(): void } {
  const suspends = new Set<() => void>();
  return {
    ...inner,
    connect(request, events) {
      suspends.add(() => events.suspended({ code: "log-failed", message: "The disk of the server is full." }));
      return inner.connect(request, events);
    },
    suspend() {
      for (const suspend of suspends) suspend();
    },
  };
}

/** Rooms whose recordings cannot be had. */
export function failing(code: ErrorCode, message: string): Transport {
  const fail = () => Promise.reject(new InktapeError(code, message));
  return { ...silent(), tape: () => ({ timeline: fail, block: fail, part: fail, keyframe: fail }), rooms: fail };
}

function forever(): Promise<never> {
  return new Promise(() => undefined);
}
