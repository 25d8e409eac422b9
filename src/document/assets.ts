import { fromBase64, toBase64 } from "../signal/base64.js";
import type { Json } from "../signal/signal.js";
import { notA } from "./file-error.js";
import { objectAt, textAt } from "./json-values.js";

/** A picture that goes with a document. */
export interface DocumentAsset {
  /** By how the bytes begin: "image/png". */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The pictures that go with a document, by the names that its shapes and papers call them by. */
export type DocumentAssets = ReadonlyMap<string, DocumentAsset>;

/** Where pictures are read from: a room's asset store is one. */
export interface AssetSource {
  /** Rejects when the picture cannot be had. */
  get(asset: string, signal?: AbortSignal): Promise<DocumentAsset>;
}

/** Pictures that were asked for. */
export interface GatheredAssets {
  readonly found: DocumentAssets;
  /** Those that could not be had. */
  readonly missing: readonly string[];
}

export const NO_ASSETS: DocumentAssets = new Map();

/** Reads pictures from where they are, and notes which cannot be had. */
export async function gatherAssets(source: AssetSource, names: Iterable<string>): Promise<GatheredAssets> {
  const asked = [...new Set(names)];
  const answers = await Promise.allSettled(asked.map(async (name) => source.get(name)));
  const found = new Map<string, DocumentAsset>();
  answers.forEach((answer, index) => {
    if (answer.status === "fulfilled") found.set(asked[index]!, answer.value);
  });
  return { found, missing: asked.filter((name) => !found.has(name)) };
}

/** Pictures as JSON, each under its name: `{ mediaType, base64 }`. */
export function assetsToJson(assets: DocumentAssets): Json {
  const entries = [...assets].map(([name, { mediaType, bytes }]) => [name, { mediaType, base64: toBase64(bytes) }]);
  return Object.fromEntries(entries) as Json;
}

/** The pictures that a file of ours, or what was copied, carries; none when it has no `assets`. Throws `bad-bytes`. */
export function assetsFromJson(json: unknown): DocumentAssets {
  const { assets } = objectAt(json, "its content");
  if (assets === undefined) return NO_ASSETS;
  return new Map(
    Object.entries(objectAt(assets, "assets")).map(([name, value]) => {
      const where = `assets[${JSON.stringify(name)}]`;
      const { mediaType, base64 } = objectAt(value, where);
      const bytes = bytesOf(textAt(base64, `${where}.base64`), `${where}.base64`);
      return [name, { mediaType: textAt(mediaType, `${where}.mediaType`), bytes }] as const;
    }),
  );
}

function bytesOf(base64: string, where: string): Uint8Array {
  try {
    return fromBase64(base64);
  } catch (cause) {
    throw notA("is no base64", where, cause);
  }
}
