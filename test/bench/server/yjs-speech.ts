import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { INK_STRIDE } from "../../../src/signal/ink.js";
import { BATCH_POINTS, type PenBatch } from "./pen-batches.js";
import {
  broken,
  firstOf,
  remembering,
  strokeName,
  type Arrival,
  type Script,
  type Speech,
  type StrokeCounts,
  type Tidings,
} from "./speech.js";

/** Kinds of messages: of y-websocket, and Hocuspocus' own on top (its types.ts, MessageType; its auth.ts). */
const SYNC = 0;
const AUTH = 2;
const SYNC_REPLY = 4;
const SYNC_STATUS = 8;
const TOKEN = 0;
const PERMISSION_DENIED = 1;
const NOTHING: Tidings = { arrivals: [], acks: 0 };

/** y-websocket's protocol: the room is in the address. */
export const yWebsocketSpeech = speechOf({
  url: (port, room) => `ws://127.0.0.1:${port}/${room}`,
  begin: () => encoding.createEncoder(),
  open: (frame) => decoding.createDecoder(frame),
  hasAcks: false,
});

/** Hocuspocus' protocol: every message names its document first, and the server acknowledges each update. */
export const hocuspocusSpeech = speechOf({
  url: (port) => `ws://127.0.0.1:${port}/`,
  begin(room) {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, room);
    return encoder;
  },
  open(frame) {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarString(decoder);
    return decoder;
  },
  hasAcks: true,
});

/** In what the two protocols differ. */
interface Dialect {
  url(port: number, room: string): string;
  /** Begins a message to a room. */
  begin(room: string): encoding.Encoder;
  /** A message from its kind on. */
  open(frame: Uint8Array): decoding.Decoder;
  readonly hasAcks: boolean;
}

function speechOf(dialect: Dialect): Speech {
  const { url, open, hasAcks } = dialect;
  return {
    url,
    // These pack what they store by the clock, or never.
    age: () => Promise.resolve(),

    async enter(socket, room) {
      const doc = new Y.Doc();
      await shakeHands(dialect, socket, room, doc);
      return { key: doc.clientID, script: (batches) => script(dialect, room, doc, batches) };
    },

    reader(scripts) {
      return remembering((frame) => {
        const decoder = open(frame);
        const kind = decoding.readVarUint(decoder);
        if (kind === SYNC_STATUS && hasAcks) return { arrivals: [], acks: 1 };
        if (kind !== SYNC || decoding.readVarUint(decoder) !== sync.messageYjsUpdate) return NOTHING;
        return { arrivals: arrivals(decoding.readVarUint8Array(decoder), scripts), acks: 0 };
      });
    },

    async strokes(port, room, isAll, patienceMs) {
      const doc = new Y.Doc();
      const socket = new WebSocket(url(port, room), { perMessageDeflate: false });
      const changed = nextChange(doc, patienceMs);
      await shakeHands(dialect, socket, room, doc);
      // LevelDB is read after the handshake, and what it holds comes as an update.
      socket.on("message", (frame: Buffer) => {
        const decoder = open(frame);
        if (decoding.readVarUint(decoder) === SYNC) {
          sync.readSyncMessage(decoder, encoding.createEncoder(), doc, socket);
        }
      });
      for (let change = changed; !isAll(counts(doc)); change = nextChange(doc, patienceMs)) if (!(await change)) break;
      socket.terminate();
      return counts(doc);
    },
  };
}

/** What every Yjs client does: asks for what the server has, takes it in, and answers the same question. */
async function shakeHands(
  { begin, open, hasAcks }: Dialect,
  socket: WebSocket,
  room: string,
  doc: Y.Doc,
): Promise<void> {
  const send = (write: (encoder: encoding.Encoder) => void) => {
    const encoder = begin(room);
    write(encoder);
    socket.send(encoding.toUint8Array(encoder));
  };
  socket.once("open", () => {
    if (hasAcks) {
      send((encoder) => {
        encoding.writeVarUint(encoder, AUTH);
        encoding.writeVarUint(encoder, TOKEN);
        encoding.writeVarString(encoder, "");
      });
    }
    send((encoder) => {
      encoding.writeVarUint(encoder, SYNC);
      sync.writeSyncStep1(encoder, doc);
    });
  });
  let [hasAnswer, hasAsked] = [false, false];
  await firstOf(socket, (frame) => {
    const decoder = open(frame);
    const kind = decoding.readVarUint(decoder);
    if (kind === SYNC_STATUS) return hasAnswer ? true : undefined;
    if (kind === AUTH && decoding.readVarUint(decoder) === PERMISSION_DENIED)
      broken("Hocuspocus could not open a room.");
    if (kind !== SYNC && kind !== SYNC_REPLY) return undefined;
    const reply = encoding.createEncoder();
    const step = sync.readSyncMessage(decoder, reply, doc, socket);
    if (encoding.length(reply) > 0) {
      send((encoder) => {
        encoding.writeVarUint(encoder, SYNC);
        encoding.writeUint8Array(encoder, encoding.toUint8Array(reply));
      });
    }
    hasAnswer ||= step === sync.messageYjsSyncStep2;
    hasAsked ||= step === sync.messageYjsSyncStep1;
    return hasAnswer && hasAsked && !hasAcks ? true : undefined;
  });
}

/** True when the document changes, false when it does not for a while. */
function nextChange(doc: Y.Doc, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs);
    doc.once("update", () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

/** Each batch is one transaction, and so one update; a stroke is a map with the list of its numbers in it. */
function script({ begin }: Dialect, room: string, doc: Y.Doc, batches: readonly PenBatch[]): Script {
  const strokes = doc.getMap<Y.Map<unknown>>("strokes");
  const frames: Uint8Array[] = [];
  const ends = new Map([[Y.getState(doc.store, doc.clientID), -1]]);
  doc.on("update", (update) => {
    const encoder = begin(room);
    encoding.writeVarUint(encoder, SYNC);
    sync.writeUpdate(encoder, update);
    frames.push(encoding.toUint8Array(encoder));
  });
  let points = new Y.Array<number>();
  batches.forEach((batch, place) => {
    doc.transact(() => {
      if (batch.isFirst || place === 0) {
        points = new Y.Array();
        const { x, y, step } = batch.grid;
        const head = Object.entries({ x, y, step, color: "black", size: 4 });
        strokes.set(strokeName(doc.clientID, batch.stroke), new Y.Map<unknown>([...head, ["points", points]]));
      }
      points.push([...batch.points]);
    });
    ends.set(Y.getState(doc.store, doc.clientID), place);
  });
  if (frames.length !== batches.length) broken(`${batches.length} batches became ${frames.length} updates.`);
  return { frames, batches, ends };
}

/** An update that the server made of several has several batches, and perhaps of several writers. */
function arrivals(update: Uint8Array, scripts: ReadonlyMap<number, Script>): readonly Arrival[] {
  const { from, to } = Y.parseUpdateMeta(update);
  return [...to].map(([key, clock]) => {
    const ends = scripts.get(key)?.ends;
    const [before, last] = [ends?.get(from.get(key) ?? 0), ends?.get(clock)];
    if (before === undefined || last === undefined)
      broken(`an update of ${key} ends at ${clock}, where no batch does.`);
    return { key, first: before + 1, last };
  });
}

function counts(doc: Y.Doc): StrokeCounts {
  const strokes = doc.getMap<Y.Map<unknown>>("strokes");
  return new Map(
    [...strokes].map(([name, stroke]) => {
      const points = stroke.get("points");
      const numbers = points instanceof Y.Array ? points.length : 0;
      return [name, numbers / (BATCH_POINTS * INK_STRIDE)];
    }),
  );
}
