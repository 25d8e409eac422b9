import type { Fragment } from "../../editing/fragment.js";
import { fromBase64 } from "../../signal/base64.js";
import { isInktapeError } from "../../signal/errors.js";
import type { Shape } from "../../signal/shape.js";
import type { ExcalidrawContent } from "./read-excalidraw.js";

/** What is wrong with a picture itself. Anything else would be wrong with all, and stops. */
const OWN_FAULTS = ["bad-argument", "bad-bytes", "too-large"] as const;
const ADDRESS = /^data:([^,]*),(.*)$/s;

/**
 * The shapes of an Excalidraw file with the assets that their images became in a room; without those images whose file
 * is not there, is damaged or not taken, which `lost` counts. Rejects when pictures cannot be put at all.
 *
 * @param put puts the bytes of a picture and resolves with its asset.
 */
export async function withAssets(
  { shapes, files }: Pick<ExcalidrawContent, "shapes" | "files">,
  put: (bytes: Uint8Array) => Promise<string>,
): Promise<{ readonly shapes: Fragment; readonly lost: number }> {
  const assets = new Map<string, string>();
  const images = shapes.filter(({ kind }) => kind === "image");
  for (const name of new Set(images.map((image) => fileOf(image)))) {
    const address = files.get(name);
    if (address === undefined) continue;
    try {
      assets.set(name, await put(bytesOf(address)));
    } catch (error) {
      if (!OWN_FAULTS.some((code) => isInktapeError(error, code))) throw error;
    }
  }
  const kept = shapes.flatMap((shape): readonly Shape[] => {
    if (shape.kind !== "image") return [shape];
    const asset = assets.get(fileOf(shape));
    return asset === undefined ? [] : [{ ...shape, asset }];
  });
  return { shapes: kept, lost: shapes.length - kept.length };
}

function fileOf(image: Shape): string {
  return (image as Shape & { readonly asset: string }).asset;
}

/** The bytes of a `data:` address. Throws `bad-bytes` for base64 that is none; what is no address has no bytes. */
function bytesOf(address: string): Uint8Array {
  const [, head = "", content = ""] = ADDRESS.exec(address) ?? [];
  if (head.endsWith(";base64")) return fromBase64(content);
  try {
    return new TextEncoder().encode(decodeURIComponent(content));
  } catch {
    return new Uint8Array();
  }
}
