import fc from "fast-check";
import type { Entry } from "../../../src/signal/entry.js";
import { isInktapeError } from "../../../src/signal/errors.js";
import type { MemberId, Millis, Seq } from "../../../src/signal/ids.js";
import type { TapeSource } from "../../../src/tape/tape-source.js";
import { openTapeFile, type TapeFile } from "../../../src/tape/file/open.js";
import { bytesReader, type ByteRange, type RangeReader } from "../../../src/tape/file/ranges.js";
import { writePieces, writeTapeFile, type Asset } from "../../../src/tape/file/write.js";
import type { TapePieces } from "../../../src/tape/pieces.js";
import type { Timeline } from "../../../src/tape/timeline.js";
import type { TapeReader } from "../../../src/tape/reader.js";
import { fetchPart } from "../../../src/tape/parts.js";
import { arbitraryLog } from "../../property/arbitrary-log.js";

/** A written file in memory. */
export async function fileOf(source: TapeSource, assets: readonly Asset[] = []): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await writeTapeFile(source, (bytes) => void chunks.push(bytes), assets);
  return new Uint8Array(Buffer.concat(chunks));
}

/** The file of pieces, and the index that was written. */
export async function fileOfPieces(pieces: TapePieces): Promise<{ bytes: Uint8Array; timeline: Timeline }> {
  const chunks: Uint8Array[] = [];
  const timeline = await writePieces(pieces, (bytes) => void chunks.push(bytes));
  return { bytes: new Uint8Array(Buffer.concat(chunks)), timeline };
}

export function open(bytes: Uint8Array): Promise<TapeFile> {
  return openTapeFile(bytesReader(bytes));
}

/** A reader of bytes that notes what it was asked for. */
export function noting(bytes: Uint8Array): RangeReader & { readonly ranges: ByteRange[]; total: number } {
  const reader = bytesReader(bytes);
  const noted = {
    ranges: [] as ByteRange[],
    total: 0,
    async read(range: ByteRange, signal?: AbortSignal) {
      noted.ranges.push(range);
      const read = await reader.read(range, signal);
      noted.total += read.length;
      return read;
    },
  };
  return noted;
}

/** Seeks on a reader as a player does, passing over what cannot be read; the boards with all ink that there is. */
export async function seek(reader: TapeReader, source: TapeSource, wall: Millis) {
  for (let round = 0; ; round++) {
    if (round > 10_000) throw new Error("The seek does not end.");
    const answer = reader.boardAt(wall);
    if (answer.type === "board" && answer.ink.length === 0) return answer.board;
    const parts = answer.type === "board" ? answer.ink : answer.parts;
    await Promise.all(
      parts.map(async (part) => {
        try {
          reader.put(part, await fetchPart(source, part));
        } catch (error) {
          if (!isInktapeError(error)) throw error;
          reader.pass(part, error);
        }
      }),
    );
  }
}

/** Several random logs as one. */
export function longLog(seed: number): Entry[] {
  const counts = new Map<MemberId, number>();
  let [seq, last] = [0, 0];
  return fc.sample(arbitraryLog(), { numRuns: 20, seed }).flatMap((log) => {
    const later = Math.max(0, last - (log[0]?.at ?? 0));
    return log.map((entry): Entry => {
      const clientSeq = (counts.get(entry.by) ?? 0) + 1;
      counts.set(entry.by, clientSeq);
      seq += 1;
      last = entry.at + later;
      return { ...entry, seq: seq as Seq, at: last as Millis, clientSeq };
    });
  });
}
