import { systemClock } from "../../../clock/system.js";
import { InktapeError } from "../../../signal/errors.js";
import { roomId, type RoomId } from "../../../signal/ids.js";
import { sealedPieces } from "../../../tape/file/sealed-pieces.js";
import { trimmedPieces } from "../../../tape/file/trimmed-pieces.js";
import { writePieces } from "../../../tape/file/write.js";
import type { TapeSource } from "../../../tape/tape-source.js";
import type { Timeline, TimeRange } from "../../../tape/timeline.js";
import { addressesOf } from "../../../transport/websocket/addresses.js";
import { httpTape } from "../../../transport/websocket/http.js";
import { readStoreFile } from "../sqlite/database.js";
import { tables as prepare } from "../sqlite/tables.js";
import { sqliteTape } from "../sqlite/tape.js";
import type { CommandOf } from "./command-of.js";
import { Progress, withProgress } from "./progress.js";
import { writeNewFile } from "./tape-on-disk.js";

/** Writes the tape of a room into a file. Resolves with the index of what was written. */
export async function exportTape({ room, origin, range, out }: CommandOf<"export">): Promise<Timeline> {
  const id = roomId(room);
  if ("url" in origin) {
    const addresses = addressesOf(origin.url, undefined);
    return writeTape(
      httpTape(() => addresses, id, origin.token),
      range,
      out,
    );
  }
  const file = readStoreFile(origin.data);
  try {
    return await writeTape(storedTape(file.db, id, origin.data), range, out);
  } finally {
    file.close();
  }
}

/** Writes a tape, or a stretch of it, into a new file, and shows how far it is. */
export async function writeTape(source: TapeSource, range: TimeRange | null, out: string): Promise<Timeline> {
  const progress = new Progress(process.stderr, `Writing ${out}`);
  try {
    const { blocks } = await source.timeline(range ?? undefined);
    const pieces = range ? trimmedPieces(source, range) : sealedPieces(source);
    const counted = withProgress(pieces, progress, blocks.at(-1)?.last ?? 0);
    return await writeNewFile(out, (sink) => writePieces(counted, sink));
  } finally {
    progress.end();
  }
}

function storedTape(db: Parameters<typeof prepare>[0], room: RoomId, folder: string): TapeSource {
  const tables = prepare(db);
  const row = tables.room(room);
  if (row) return sqliteTape(tables, row, systemClock());
  throw new InktapeError("not-found", `There is no room "${room}" in the store in ${folder}.`);
}
