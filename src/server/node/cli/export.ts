import { systemClock } from "../../../clock/system.js";
import { InktapeError } from "../../../signal/errors.js";
import { roomId, type RoomId } from "../../../signal/ids.js";
import { sealedPieces } from "../../../tape/file/sealed-pieces.js";
import { trimmedPieces } from "../../../tape/file/trimmed-pieces.js";
import { writePieces, type Asset } from "../../../tape/file/write.js";
import type { TapeSource } from "../../../tape/tape-source.js";
import type { Timeline, TimeRange } from "../../../tape/timeline.js";
import { type Addresses, addressesOf } from "../../../transport/websocket/addresses.js";
import { fetchAssetList, httpAssets } from "../../../transport/websocket/assets.js";
import { httpTape } from "../../../transport/websocket/http.js";
import { readStoreFile } from "../sqlite/database.js";
import { assetTables, type AssetTables } from "../sqlite/asset-tables.js";
import { tables as prepare } from "../sqlite/tables.js";
import { journalContent } from "../sqlite/journal-content.js";
import { Journal } from "../sqlite/journal.js";
import { sqliteTape } from "../sqlite/tape.js";
import type { CommandOf } from "./command-of.js";
import { Progress, withProgress } from "./progress.js";
import { writeNewFile } from "./tape-on-disk.js";

/** Writes the tape of a room into a file. Resolves with the index of what was written. */
export async function exportTape({ room, origin, range, out }: CommandOf<"export">): Promise<Timeline> {
  const id = roomId(room);
  if ("url" in origin) {
    const addresses = addressesOf(origin.url, undefined);
    const tape = httpTape(() => addresses, id, origin.token);
    return writeTape(tape, range, out, await fetchedAssets(addresses, id, origin.token));
  }
  const file = readStoreFile(origin.data);
  try {
    const { tape, assets } = storedTape(file.db, id, origin.data);
    return await writeTape(tape, range, out, assets);
  } finally {
    file.close();
  }
}

/** Writes a tape, or a stretch of it, into a new file, and shows how far it is. */
export async function writeTape(
  source: TapeSource,
  range: TimeRange | null,
  out: string,
  assets: readonly Asset[] = [],
): Promise<Timeline> {
  const progress = new Progress(process.stderr, `Writing ${out}`);
  try {
    const { blocks } = await source.timeline(range ?? undefined);
    const pieces = range ? trimmedPieces(source, range) : sealedPieces(source);
    const counted = withProgress(pieces, progress, blocks.at(-1)?.last ?? 0);
    return await writeNewFile(out, (sink) => writePieces(counted, sink, assets));
  } finally {
    progress.end();
  }
}

/** The pictures of a room on a server, each fetched when its turn comes to be written. */
async function fetchedAssets(addresses: Addresses, room: RoomId, token: string | undefined): Promise<Asset[]> {
  const store = httpAssets(() => addresses, room, token);
  const assets = await fetchAssetList(addresses, room, token);
  return assets.map((ref) => ({ ...ref, content: async () => (await store.get(ref.hash)).bytes }));
}

function storedTape(db: Parameters<typeof prepare>[0], room: RoomId, folder: string) {
  const tables = prepare(db);
  const row = tables.room(room);
  if (row) {
    const journal = new Journal(
      tables,
      journalContent(tables, (sentence) => console.warn(sentence)),
    );
    const tape = sqliteTape({ tables, journal }, row, systemClock());
    return { tape, assets: storedAssets(assetTables(db), row.id) };
  }
  throw new InktapeError("not-found", `There is no room "${room}" in the store in ${folder}.`);
}

/** The pictures of a room, each read when its turn comes to be written. */
function storedAssets(tables: AssetTables, room: number): Asset[] {
  return tables.assets(room).map(({ hash, media_type: mediaType, size, content }) => ({
    hash,
    mediaType,
    bytes: size,
    content: async () => tables.content(content) ?? new Uint8Array(size),
  }));
}
