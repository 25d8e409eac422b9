import { pointCount } from "../../src/signal/ink.js";
import { sealedSpeed, varintSpeed } from "./codec-speed.js";
import { columnBytes, jsonGzipBytes, strokesOf, wireBytes, yjsBytes } from "./ink-forms.js";
import { hasClock, INK_FILES, MADE_UP_MS, readInkSet, type InkFile, type RecordedStroke } from "./ink-sets.js";
import { LiveRoom } from "./live-room.js";
import { PenHand } from "./pen-hand.js";
import { StoredTape } from "./stored-tape.js";

/** Between the sessions of a set: long enough for the room to close its span. */
const PAUSE_MS = 60_000;

/**
 * Bytes a pen point on the wire and on the tape, of each set of ../shared/ink replayed as one live session: one client
 * draws it all with the pen tool, event by event, into a recorded room. Beside it other forms of the same points.
 */
export default async function bench() {
  const sets: Record<string, ReturnType<typeof figuresOf>> = {};
  for (const file of INK_FILES) {
    console.error(`tape: ${file}`);
    const { tape, sent } = await record(readInkSet(file));
    sets[file] = figuresOf(tape, sent);
  }
  const rows = INK_FILES.map((file) => ({ set: file, ...rowOf(sets[file]!), data: noteOf(file) }));
  return { rows, json: { sets } };
}

/** Draws all strokes in a room of its own, session after session. */
async function record(
  strokes: readonly RecordedStroke[],
): Promise<{ readonly tape: StoredTape; readonly sent: number }> {
  const room = new LiveRoom();
  await room.clock.run(drawAll(room, strokes));
  return { tape: await StoredTape.read(room.source), sent: room.sent };
}

async function drawAll(room: LiveRoom, strokes: readonly RecordedStroke[]): Promise<void> {
  const client = await room.arrive("Writer");
  const hand = new PenHand(client, room.clock);
  hand.look(640, 360);
  let base = room.clock.now();
  let session = strokes[0]?.session;
  for (const stroke of strokes) {
    if (stroke.session !== session) {
      session = stroke.session;
      base = Math.ceil(room.clock.now()) + PAUSE_MS;
    }
    await hand.draw(stroke, base);
  }
  await room.clock.wait(room.clock.now() + 1000);
  client.close();
  await room.quiet();
}

function figuresOf(tape: StoredTape, sent: number) {
  const strokes = strokesOf(tape.entries());
  const points = strokes.reduce((sum, stroke) => sum + pointCount(stroke.points), 0);
  const each = (bytes: number) => Number((bytes / points).toFixed(4));
  const { document, ink, presence, keyframes, index } = tape.bytes;
  const [json, yjs, columns] = [jsonGzipBytes(strokes), yjsBytes(strokes), columnBytes(strokes)];
  const varint = varintSpeed(strokes, points);
  return {
    points,
    wire: each(wireBytes(strokes)),
    sealed: each(document + ink + presence + keyframes + index),
    jsonGzip: each(json.points),
    yjsLog: each(yjs.log),
    yjsStateGzip: each(yjs.stateGzip),
    deflateColumns: each(columns.deflate),
    brotliColumns: each(columns.brotli),
    ...sealedSpeed(tape, points),
    jsonStepsGzip: each(json.steps),
    wireLive: each(sent),
    document: each(document),
    ink: each(ink),
    presence: each(presence),
    keyframes: each(keyframes),
    index: each(index),
    varintEncodePerSecond: varint.encodePerSecond,
    varintDecodePerSecond: varint.decodePerSecond,
  };
}

type Figures = ReturnType<typeof figuresOf>;

function rowOf(figures: Figures): Record<string, string | number> {
  const { encodePerSecond, decodePerSecond, varintEncodePerSecond, varintDecodePerSecond, points, ...bytes } = figures;
  return {
    points,
    ...Object.fromEntries(Object.entries(bytes).map(([name, value]) => [name, value.toFixed(2)])),
    "encode Mpt/s (varint)": `${millions(encodePerSecond)} (${millions(varintEncodePerSecond)})`,
    "decode Mpt/s (varint)": `${millions(decodePerSecond)} (${millions(varintDecodePerSecond)})`,
  };
}

function millions(value: number): string {
  return (value / 1e6).toFixed(2);
}

function noteOf(file: InkFile): string {
  return hasClock(file) ? "recorded times" : `times made up, ${MADE_UP_MS} ms a point`;
}
