import type { DocumentAssets } from "../document/assets.js";
import { InktapeError, isInktapeError } from "../signal/errors.js";
import type { AssetStore } from "../transport/assets.js";

/**
 * Sees to it that a room has the pictures that a document shows, before its shapes come: those that the document carries
 * are put in unless they are there already. Resolves with those that neither the document nor the room has.
 *
 * Rejects with `bad-bytes` for a carried picture that is not the one it is named as, and with what `AssetStore.put`
 * rejects with: what is put in by then is seen by nobody.
 */
export async function bringAssets(
  room: AssetStore,
  used: ReadonlySet<string>,
  carried: DocumentAssets,
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const name of used) {
    // What is out of reach may be there, and is shown when it is in reach again.
    const where = await room.get(name).then(
      () => "here",
      (error: unknown) => (isInktapeError(error, "offline") ? "out of reach" : "nowhere"),
    );
    const file = carried.get(name);
    if (where === "here") continue;
    if (file && (await room.put(file.bytes)) !== name) throw otherPicture(name);
    if (!file && where === "nowhere") missing.push(name);
  }
  return missing;
}

function otherPicture(name: string): InktapeError {
  return new InktapeError(
    "bad-bytes",
    `This file cannot be read: what it carries as the picture ${name} is another one. Choose a file that was saved from a board, as it was saved.`,
  );
}
