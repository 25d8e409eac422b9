import { once } from "node:events";
import { WebSocket } from "ws";
import type { Board } from "../../../src/board/board.js";
import { shapesOf } from "../../../src/board/leaves.js";
import { reduce } from "../../../src/board/reduce.js";
import { pointCount } from "../../../src/signal/ink.js";
import { pointsOf } from "../../../src/signal/shape.js";
import { encodeClientFrame, serverFrameReader } from "../../../src/signal/wire/frames.js";
import { decodeKeyframe } from "../../../src/tape/keyframe.js";
import { hasClock, INK_FILES, readInkSet, type RecordedStroke } from "../ink-sets.js";
import { median } from "../rate.js";
import { Hand } from "./hand.js";
import { inktapeAddress, isInk, join } from "./inktape-client.js";
import { inktape, ServerProcess } from "./server-process.js";
import { broken } from "./speech.js";
import { withFolder } from "./trial.js";

const ROOM = "late";
const MEMBERS = 5;
const POINTS = 160_000;
/** So many entries that the room makes the board that it sends anew, more than STALE_AFTER of room/head.ts. */
const SMALL_TALK = 1100;
const JOINS = 7;

/** What it takes to come into a room that is full of ink. */
export interface LateJoin {
  /** Milliseconds from connecting until the board is there and all its ink was read, for whom the room makes the board. */
  readonly ms: number;
  /** Payload that comes until then. */
  readonly bytes: number;
  /** Milliseconds for one who comes right after another, and gets the same board. */
  readonly nextMs: number;
}

/**
 * Joins of a recorded room with 160,000 points that five members drew: the first strokes of the sets that have a clock
 * (see ink-sets.ts), with the points and times of their devices. Medians of seven.
 */
export async function lateJoin(): Promise<LateJoin> {
  return withFolder(async (folder) => {
    const server = await ServerProcess.start(inktape, folder);
    const hands = await Promise.all(Array.from({ length: MEMBERS }, () => Hand.enter(server.port, ROOM)));
    await Promise.all(hands.map((hand, index) => hand.draw(strokesOf(index))));
    const [firsts, nexts] = [[] as Join[], [] as Join[]];
    for (let count = 0; count < JOINS; count++) {
      await hands[0]?.point(SMALL_TALK);
      firsts.push(await joinOnce(server.port));
      nexts.push(await joinOnce(server.port));
    }
    await Promise.all(hands.map((hand) => hand.leave()));
    await server.kill();
    return {
      ms: median(firsts.map(({ ms }) => ms)),
      bytes: median(firsts.map(({ bytes }) => bytes)),
      nextMs: median(nexts.map(({ ms }) => ms)),
    };
  });
}

interface Join {
  readonly ms: number;
  readonly bytes: number;
}

/** A client that never was there: what a page does until it can paint all. */
async function joinOnce(port: number): Promise<Join> {
  const start = performance.now();
  const socket = new WebSocket(inktapeAddress(port, ROOM), { perMessageDeflate: false });
  let [bytes, board] = [0, null as Board | null];
  const read = serverFrameReader();
  const isDone = new Promise<void>((resolve) => {
    socket.on("message", (frame: Buffer) => {
      bytes += frame.length;
      const said = read(frame);
      if (said.type === "welcome" && said.welcome.keyframe) board = decodeKeyframe(said.welcome.keyframe);
      else if (said.type === "entries" && board) board = reduce(board, said.entries);
      else broken("a fresh client got no board.");
      // Whoever comes is told of its own coming last.
      if (Object.values(board?.members ?? {}).length > MEMBERS) resolve();
    });
  });
  await join(socket, ROOM, "reader");
  await isDone;
  const points = pointsOn(board ?? broken("a fresh client got no board."));
  const ms = performance.now() - start;
  if (points !== POINTS) broken(`${points} points came to a fresh client, and ${POINTS} were drawn.`);
  socket.send(encodeClientFrame({ type: "leave" }));
  await once(socket, "close");
  return { ms, bytes };
}

/** Looks at every shape, for they are read when they are first looked at. */
function pointsOn(board: Board): number {
  let count = 0;
  for (const shape of shapesOf(board)) if (isInk(shape)) count += pointCount(pointsOf(shape));
  return count;
}

/** The strokes of one of the members, who have as many points each; the last stroke is cut where it has to be. */
function strokesOf(member: number): readonly RecordedStroke[] {
  const share = POINTS / MEMBERS;
  const [from, to] = [member * share, (member + 1) * share];
  let at = 0;
  return allStrokes().flatMap((stroke) => {
    const samples = stroke.samples.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += stroke.samples.length;
    return samples.length > 0 ? [{ ...stroke, samples }] : [];
  });
}

let known: readonly RecordedStroke[] | null = null;

function allStrokes(): readonly RecordedStroke[] {
  return (known ??= INK_FILES.filter(hasClock).flatMap((file) => readInkSet(file)));
}
