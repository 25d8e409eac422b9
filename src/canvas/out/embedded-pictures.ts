import { gatherAssets, type AssetSource, type DocumentAsset, type DocumentAssets } from "../../document/assets.js";
import { dataAddress } from "../../picture/svg/data-address.js";
import type { HrefOf } from "../../picture/svg/parts-markup.js";
import { decodePicture } from "../pictures/decode-picture.js";
import { plainSvg } from "../pictures/plain-svg.js";

/** Where an export has its pictures from. */
export interface PictureOptions {
  /** Where pictures are read: a client's `assets`, or a transport's. Without it each is its alternative text. */
  readonly assets?: AssetSource | undefined;
  /** Hears once which pictures could not be had; where they belong is what a board shows in their place. */
  readonly onMissing?: ((assets: readonly string[]) => void) | undefined;
}

/** Pictures as they go into a document. */
export interface EmbeddedPictures {
  readonly hrefOf: HrefOf;
  /** Those that are in the document in another form than in the room. */
  readonly changed: DocumentAssets;
  /** Those that could not be had, or cannot be shown. */
  readonly missing: readonly string[];
}

const SVG = "image/svg+xml";

/** Reads pictures, so that a document has them in itself. */
export async function embeddedPictures(
  names: Iterable<string>,
  assets: AssetSource | undefined,
): Promise<EmbeddedPictures> {
  const asked = [...names];
  if (!assets) return { hrefOf: () => null, changed: new Map(), missing: asked };
  const { found } = await gatherAssets(assets, asked);
  const hrefs = new Map<string, string>();
  const changed = new Map<string, DocumentAsset>();
  // One after another: decoded, they are large.
  for (const [name, asset] of found) {
    const shown = await shownForm(asset);
    if (!shown) continue;
    hrefs.set(name, dataAddress(shown.mediaType, shown.bytes));
    if (shown !== asset) changed.set(name, asset);
  }
  return {
    hrefOf: (name) => hrefs.get(name) ?? null,
    changed,
    missing: asked.filter((name) => !hrefs.has(name)),
  };
}

/** What of a picture a document shows; null for one that a board cannot show either. */
async function shownForm(asset: DocumentAsset): Promise<DocumentAsset | null> {
  try {
    const { image } = await decodePicture(asset.bytes, asset.mediaType);
    if ("close" in image) image.close();
    return asset.mediaType === SVG ? harmless(asset) : asset;
  } catch {
    return null;
  }
}

/** An SVG without programs, and with a size. */
function harmless(asset: DocumentAsset): DocumentAsset {
  const given = new TextDecoder().decode(asset.bytes);
  const { text } = plainSvg(given);
  return text === given ? asset : { mediaType: SVG, bytes: new TextEncoder().encode(text) };
}
