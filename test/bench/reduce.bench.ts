import type { Board } from "../../src/board/board.js";
import { fold, reduce, thaw } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { BusyRoom } from "./busy-room.js";

const SHAPES = 10_000;
const ENTRIES = 48_000;
const PASSES = 7;

/** Entries a second by how many go into one frame, and by folding; the made-up room of busy-room.ts, medians of seven passes. */
export default function bench() {
  const room = new BusyRoom(SHAPES);
  const entries = room.entries(ENTRIES);
  const rates = {
    perFrame1: rate((board) => void inFrames(board, entries, 1), room.board),
    perFrame96: rate((board) => void inFrames(board, entries, 96), room.board),
    fold: rate((board) => fold(thaw(board), entries), room.board),
  };
  const rows = Object.entries(rates).map(([name, value]) => ({
    case: name,
    "entries/s": value.toLocaleString("en"),
    "to perFrame1": `${(value / rates.perFrame1).toFixed(1)}x`,
    data: `${SHAPES} shapes, ${ENTRIES} entries of busy-room.ts`,
  }));
  return { rows, json: rates };
}

function inFrames(start: Board, entries: readonly Entry[], width: number): Board {
  let board = start;
  for (let at = 0; at < entries.length; at += width) board = reduce(board, entries.slice(at, at + width));
  return board;
}

function rate(work: (board: Board) => void, board: Board): number {
  const times = Array.from({ length: PASSES }, () => {
    const start = performance.now();
    work(board);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return Math.round((ENTRIES / (times[PASSES >> 1] as number)) * 1000);
}
