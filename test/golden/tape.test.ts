import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Board } from "../../src/board/board.js";
import type { Millis } from "../../src/signal/ids.js";
import { TAPE_VERSION } from "../../src/tape/envelope.js";
import { partKey } from "../../src/tape/parts.js";
import { TapeReader } from "../../src/tape/reader.js";
import { parseTimeline } from "../../src/tape/timeline-json.js";
import { boardDigest } from "./board-digest.js";

interface GoldenTape {
  readonly index: unknown;
  readonly parts: { readonly [name: string]: string };
  readonly boards: readonly { readonly seq: number; readonly at: Millis; readonly digest: string }[];
}

const folder = new URL(".", import.meta.url);
const names = readdirSync(folder).filter((name) => /^tape-v\d+.*\.json$/.test(name));
const tapes = names.map(
  (name) => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8")) as GoldenTape] as const,
);

function seek(reader: TapeReader, tape: GoldenTape, wall: Millis): Board {
  for (;;) {
    const answer = reader.boardAt(wall);
    if (answer.type === "board" && answer.ink.length === 0) return answer.board;
    const parts = answer.type === "board" ? answer.ink : answer.parts;
    for (const part of parts) reader.put(part, Buffer.from(tape.parts[partKey(part)] ?? "", "base64"));
  }
}

test("there is a golden tape of the format that is written now", () => {
  expect(names).toContain(`tape-v${TAPE_VERSION}.json`);
});

describe.each(tapes)("%s", (_, tape) => {
  const index = parseTimeline(tape.index);

  test("still has every board, played from the beginning", () => {
    const reader = new TapeReader(index);
    const digests = tape.boards.map(({ at }) => boardDigest(seek(reader, tape, at)));
    expect(digests).toEqual(tape.boards.map(({ digest }) => digest));
    expect(tape.boards.length).toBeGreaterThan(40);
    expect(reader.damaged.size).toBe(0);
  });

  test("still has every board, sought by itself and backwards", () => {
    const backwards = new TapeReader(index);
    for (const { at, digest } of [...tape.boards].reverse()) {
      expect(boardDigest(seek(new TapeReader(index), tape, at))).toBe(digest);
      expect(boardDigest(seek(backwards, tape, at))).toBe(digest);
    }
  });
});
