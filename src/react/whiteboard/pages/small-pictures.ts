import type { AssetPictures } from "../../../canvas/asset-pictures.js";
import type { DecodedPicture } from "../../../canvas/pictures/decode-picture.js";

/** The longest side of a picture in a picture of a page, in pixels. */
const SIDE = 360;

/** Small forms of a room's pictures, for small pictures of its pages. */
export interface SmallPictures {
  /** The `data:` address of a picture; null as long as it is not there. What hears of it then is called back. */
  hrefOf(asset: string, onLoad: () => void): string | null;
}

/** All pages of a room share the small forms of its pictures. */
const known = new WeakMap<AssetPictures, SmallPictures>();

/** The small forms of a room's pictures. */
export function smallPictures(pictures: AssetPictures): SmallPictures {
  const kept = known.get(pictures) ?? createSmallPictures(pictures);
  known.set(pictures, kept);
  return kept;
}

function createSmallPictures(pictures: AssetPictures): SmallPictures {
  const made = new Map<string, string | null>();
  return {
    hrefOf(asset, onLoad) {
      const href = made.get(asset);
      if (href !== undefined) return href;
      void pictures.load(asset).then((decoded) => {
        if (!made.has(asset)) made.set(asset, decoded && hrefOf(decoded));
        onLoad();
      });
      return null;
    },
  };
}

function hrefOf({ image, width, height }: DecodedPicture): string | null {
  const share = Math.min(1, SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * share));
  canvas.height = Math.max(1, Math.round(height * share));
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/webp", 0.85);
}
