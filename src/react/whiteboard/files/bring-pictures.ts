import { bringAssets } from "../../../client/bring-assets.js";
import type { DocumentAssets } from "../../../document/assets.js";
import type { Editor } from "../editor.js";

/**
 * Puts the pictures into the room that something needs which comes to the board, and says how many there are none of.
 * Rejects as {@link bringAssets} does.
 */
export async function bringPictures(
  { client, notice, messages }: Editor,
  used: ReadonlySet<string>,
  carried: DocumentAssets,
): Promise<void> {
  const missing = await bringAssets(client.assets, used, carried);
  if (missing.length > 0) notice.set({ kind: "failed", text: messages().exchange.picturesMissing(missing.length) });
}
