import { EMPTY_BOARD } from "../../src/board/board.js";
import type { Millis } from "../../src/signal/ids.js";
import { openTapeFile } from "../../src/tape/file/open.js";
import { bytesReader, type RangeReader } from "../../src/tape/file/ranges.js";
import { writeTapeFile } from "../../src/tape/file/write.js";
import { fetchPart } from "../../src/tape/parts.js";
import { TapeReader } from "../../src/tape/reader.js";
import { giveLesson } from "./lesson.js";
import { StoredTape } from "./stored-tape.js";

/**
 * The `.inktape` file of a lesson of 45 minutes with three writers (lesson.ts), and what of it has to be read before the
 * first board with ink on it can be shown, and a board of the middle.
 */
export default async function bench() {
  const room = await giveLesson();
  const tape = await StoredTape.read(room.source);
  const pieces: Uint8Array[] = [];
  await writeTapeFile(room.source, (bytes) => void pieces.push(bytes));
  const file = Buffer.concat(pieces);
  const counts = countsOf(tape);
  const first = await opening(file, counts.firstInk);
  const middle = await opening(file, counts.middle);
  const json = {
    tapeBytes: file.length,
    firstFrameRequests: first.requests,
    firstFrameBytes: first.bytes,
    middleFrameRequests: middle.requests,
    middleFrameBytes: middle.bytes,
    ...tape.bytes,
    points: counts.points,
    strokes: counts.strokes,
    presenceEntries: counts.presence,
    sentBytes: room.sent,
    minutes: Number(counts.minutes.toFixed(1)),
  };
  const rows = Object.entries(json).map(([figure, value]) => ({ figure, value: value.toLocaleString("en") }));
  return { rows, json };
}

/** What opening a file at a moment takes, until a board with all its ink is there. */
async function opening(file: Uint8Array, wall: Millis): Promise<{ readonly requests: number; readonly bytes: number }> {
  const counted = countedReader(file);
  const source = await openTapeFile(counted.reader);
  const reader = new TapeReader(await source.timeline());
  for (;;) {
    const answer = reader.boardAt(wall);
    if (answer.type === "board" && answer.ink.length === 0) {
      if (answer.board === EMPTY_BOARD || reader.damaged.size > 0) throw new Error("The file shows no board.");
      return { requests: counted.requests, bytes: counted.bytes };
    }
    const parts = answer.type === "board" ? answer.ink : answer.parts;
    await Promise.all(parts.map(async (part) => reader.put(part, await fetchPart(source, part))));
  }
}

function countedReader(file: Uint8Array) {
  const inner = bytesReader(file);
  const counted = { requests: 0, bytes: 0 };
  const reader: RangeReader = {
    async read(range, signal) {
      const bytes = await inner.read(range, signal);
      counted.requests += 1;
      counted.bytes += bytes.length;
      return bytes;
    },
  };
  return Object.assign(counted, { reader });
}

function countsOf(tape: StoredTape) {
  let [points, strokes, presence, firstInk] = [0, 0, 0, 0];
  for (const { signal, at } of tape.entries()) {
    if (signal.type === "ink.begin") strokes += 1;
    else if (signal.type === "ink.append") {
      points += signal.points.length / 4;
      firstInk ||= at;
    } else if (signal.type === "cursor" || signal.type === "camera") presence += 1;
  }
  const [from, to] = [tape.timeline.blocks[0]?.from ?? 0, tape.timeline.blocks.at(-1)?.to ?? 0];
  const middle = (from + (to - from) / 2) as Millis;
  return { points, strokes, presence, firstInk: firstInk as Millis, middle, minutes: (to - from) / 60_000 };
}
