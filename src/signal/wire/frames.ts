import { InktapeError, type ErrorCode } from "../errors.js";
import { roomId, type ClientId, type MemberId, type Millis, type RoomId, type Seq } from "../ids.js";
import { LIMITS } from "../limits.js";
import type { Entry } from "../entry.js";
import type { ClientFrame, Goodbye, JoinRequest, ServerFrame, SignalBatch, Suspended, Welcome } from "../protocol.js";
import type { Signal } from "../signal.js";
import { ByteReader } from "./bytes.js";
import { ByteWriter } from "./byte-writer.js";
import { markAfter, readRuns, START, writeRuns, type Mark } from "./entry-runs.js";
import { readFollowing, strokeOf, writeFollowing } from "./following.js";
import { readRole } from "./profile.js";
import { writeRole } from "./write-profile.js";

/** The version of what goes over a connection. Both ends must have the same. */
export const WIRE_VERSION = 4;

/**
 * Kinds of frames by their first byte, with this added: those that only go over a connection where a join and a welcome
 * have said the version. Versions stay below it.
 */
const AGREED = 128;

const KIND = {
  join: 1,
  leave: 3,
  welcome: 17,
  goodbye: 19,
  suspended: 21,
  signals: AGREED + 2,
  entries: AGREED + 18,
  thinned: AGREED + 20,
  following: AGREED + 22,
} as const;

/** A client's frame: version, unless the kind says that it is known, kind, body. */
export function encodeClientFrame(frame: ClientFrame): Uint8Array {
  const writer = begin(KIND[frame.type]);
  if (frame.type === "join") writeJoin(writer, frame.request);
  if (frame.type === "signals") writeBatch(writer, frame.batch);
  return writer.finish();
}

/** An authority's frame: version, unless the kind says that it is known, kind, body. */
export function encodeServerFrame(frame: ServerFrame): Uint8Array {
  const writer = begin(KIND[frame.type]);
  if (frame.type === "welcome") writeWelcome(writer, frame.welcome);
  else if (frame.type === "entries" || frame.type === "thinned") writeRuns(writer, frame.entries, START);
  else if (frame.type === "suspended") writeSuspended(writer, frame.reason);
  else writeGoodbye(writer, frame.goodbye);
  return writer.finish();
}

/** A frame of entries for a client that the entry `after`, right before them, was the last to go to. */
export function encodeFollowing(entries: readonly Entry[], after: Mark): Uint8Array {
  const writer = begin(KIND.following);
  writeRuns(writer, entries, after);
  return writer.finish();
}

/** Reads a client's frame. Throws `too-large`, `unsupported-version` or `bad-bytes`. */
export function decodeClientFrame(bytes: Uint8Array): ClientFrame {
  return decode(bytes, "frame from the client", LIMITS.frameBytes, (kind, reader) => {
    if (kind === KIND.join) return { type: "join", request: readJoin(reader) };
    if (kind === KIND.signals) return { type: "signals", batch: readBatch(reader) };
    if (kind === KIND.leave) return { type: "leave" };
    return undefined;
  });
}

/** Makes a reader of all frames of one connection to an authority, in their order. */
export function serverFrameReader(): (bytes: Uint8Array) => ServerFrame {
  let last: Mark | null = null;
  return (bytes) => {
    const frame = decodeServerFrame(bytes, last);
    if (frame.type === "entries" || frame.type === "thinned") last = markAfter(frame.entries, last);
    return frame;
  };
}

/**
 * Reads an authority's frame. A welcome may be larger than other frames: it holds a whole board.
 *
 * @param last the last entry that came before; null when none did.
 */
export function decodeServerFrame(bytes: Uint8Array, last: Mark | null = null): ServerFrame {
  return decode<ServerFrame>(bytes, "frame from the room", Number.POSITIVE_INFINITY, (kind, reader) => {
    if (kind === KIND.welcome) return { type: "welcome", welcome: readWelcome(reader) };
    if (kind === KIND.entries) return { type: "entries", entries: readRuns(reader, START) };
    if (kind === KIND.following) {
      return { type: "entries", entries: readRuns(reader, last ?? reader.fail("follows an entry that never came")) };
    }
    if (kind === KIND.thinned) return { type: "thinned", entries: readRuns(reader, START) };
    if (kind === KIND.suspended) return { type: "suspended", reason: readSuspended(reader) };
    if (kind === KIND.goodbye) return { type: "goodbye", goodbye: readGoodbye(reader) };
    return undefined;
  });
}

function begin(kind: number): ByteWriter {
  const writer = new ByteWriter();
  if (kind < AGREED) writer.byte(WIRE_VERSION);
  writer.byte(kind);
  return writer;
}

function decode<Frame>(
  bytes: Uint8Array,
  what: string,
  max: number,
  read: (kind: number, reader: ByteReader) => Frame | undefined,
): Frame {
  if (bytes.length > max) {
    throw new InktapeError("too-large", `The ${what} has ${bytes.length} bytes; at most ${max} are allowed.`);
  }
  const reader = new ByteReader(bytes, what);
  const first = reader.byte();
  const kind = first < AGREED ? readKind(reader, first, what) : first;
  const frame = read(kind, reader) ?? reader.fail(`is of an unknown kind (${kind})`);
  reader.end();
  return frame;
}

function readKind(reader: ByteReader, version: number, what: string): number {
  if (version !== WIRE_VERSION) {
    throw new InktapeError(
      "unsupported-version",
      `The ${what} speaks version ${version}, this end version ${WIRE_VERSION}: update the older one.`,
    );
  }
  const kind = reader.byte();
  return kind < AGREED ? kind : reader.fail(`says a version where kind ${kind} has none`);
}

function writeJoin(writer: ByteWriter, request: JoinRequest): void {
  writer.text(request.room);
  writer.text(request.client);
  writer.text(request.user.id);
  writer.text(request.user.name);
  writer.text(request.user.color);
  writeRole(writer, request.role);
  writer.byte(request.isRecord ? 1 : 0);
  writer.varint(request.after === null ? 0 : request.after + 1);
  writer.text(request.token ?? "");
}

function readJoin(reader: ByteReader): JoinRequest {
  const room = readRoom(reader);
  const client = reader.text(LIMITS.nameBytes) as ClientId;
  if (client === "") reader.fail("comes from a client without an id");
  const [id, name, color] = [readName(reader), readName(reader), readName(reader)];
  const role = readRole(reader);
  const isRecord = reader.varint(1) === 1;
  const read = reader.varint();
  const after = read === 0 ? null : ((read - 1) as Seq);
  const token = reader.text(LIMITS.tokenBytes);
  const request = { room, client, user: { id, name, color }, role, isRecord, after };
  return token === "" ? request : { ...request, token };
}

function readRoom(reader: ByteReader): RoomId {
  return roomId(readName(reader));
}

function readName(reader: ByteReader): string {
  return reader.text(LIMITS.nameBytes);
}

/** The number of the first signal, then all to the end of the frame. */
function writeBatch(writer: ByteWriter, batch: SignalBatch): void {
  writer.varint(batch.first);
  let stroke = null;
  for (const signal of batch.signals) {
    writeFollowing(writer, signal, stroke);
    stroke = strokeOf(signal);
  }
}

function readBatch(reader: ByteReader): SignalBatch {
  const first = reader.varint();
  if (first === 0) reader.fail("numbers its signals from 0; the first is 1");
  const signals: Signal[] = [];
  let stroke = null;
  while (reader.left > 0) {
    if (signals.length === LIMITS.frameSignals) reader.fail(`holds more than ${LIMITS.frameSignals} signals`);
    const signal = readFollowing(reader, stroke);
    signals.push(signal);
    stroke = strokeOf(signal);
  }
  return { first, signals };
}

function writeWelcome(writer: ByteWriter, welcome: Welcome): void {
  writer.varint(welcome.member);
  writeRole(writer, welcome.role);
  writer.varint(welcome.clientSeq);
  writer.varint(welcome.now);
  writer.byte(welcome.keyframe ? 1 : 0);
  if (welcome.keyframe) writer.bytes(welcome.keyframe);
}

function readWelcome(reader: ByteReader): Welcome {
  return {
    member: reader.varint(2 ** 21 - 1) as MemberId,
    role: readRole(reader),
    clientSeq: reader.varint(),
    now: reader.varint() as Millis,
    keyframe: reader.varint(1) === 1 ? reader.bytes(Number.MAX_SAFE_INTEGER) : null,
  };
}

function writeSuspended(writer: ByteWriter, { code, message }: Suspended): void {
  writer.text(code);
  writer.text(message);
}

function readSuspended(reader: ByteReader): Suspended {
  return { code: readName(reader) as ErrorCode, message: reader.text(LIMITS.textBytes) };
}

function writeGoodbye(writer: ByteWriter, goodbye: Goodbye): void {
  writeSuspended(writer, goodbye);
  writer.byte(goodbye.isRetryable ? 1 : 0);
}

function readGoodbye(reader: ByteReader): Goodbye {
  return { ...readSuspended(reader), isRetryable: reader.varint(1) === 1 };
}
