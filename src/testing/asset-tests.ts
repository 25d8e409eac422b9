import { expect, test } from "vitest";
import { LIMITS } from "../signal/limits.js";
import type { AssetStore } from "../transport/assets.js";

/** Where pictures are put in a test. */
export interface AssetPlaces {
  /** The pictures of a room that is there and has none yet. */
  store(): Promise<AssetStore>;
  /** Those of a room that never was. */
  other(): AssetStore;
}

/** The SHA-256 of no bytes at all: nothing has that name. */
const OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** What begins like a PNG, and is so long. */
export function samplePicture(length: number, fill = 7): Uint8Array {
  const bytes = new Uint8Array(length).fill(fill);
  bytes.set(bytesOf("\x89PNG\r\n\x1A\n"));
  return bytes;
}

/** What every store of pictures does, as vitest tests. */
export function assetTests({ store, other }: AssetPlaces): void {
  test("keeps pictures by the hashes of their bytes", async () => {
    const assets = await store();
    const [one, two] = [samplePicture(1000), bytesOf("<svg xmlns='http://www.w3.org/2000/svg'/>")];
    const hashes = [await assets.put(one), await assets.put(two)];
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(await Promise.all(hashes.map((hash) => assets.get(hash)))).toEqual([
      { mediaType: "image/png", bytes: one },
      { mediaType: "image/svg+xml", bytes: two },
    ]);
    expect(await assets.put(one)).toBe(hashes[0]);
  });

  test("takes nothing that is no picture, and nothing too large", async () => {
    const assets = await store();
    await expect(assets.put(bytesOf("MZ and a program"))).rejects.toMatchObject({ code: "bad-argument" });
    const huge = samplePicture(LIMITS.assetBytes + 1);
    await expect(assets.put(huge)).rejects.toMatchObject({ code: "too-large" });
    const largest = samplePicture(LIMITS.assetBytes);
    const { bytes } = await assets.get(await assets.put(largest));
    expect(bytes.length).toBe(largest.length);
  });

  test("says what is not there, and what names nothing", async () => {
    const assets = await store();
    await expect(assets.get(OF_NOTHING)).rejects.toMatchObject({ code: "not-found" });
    await expect(assets.get("../rooms")).rejects.toMatchObject({ code: "bad-argument" });
    await expect(other().put(samplePicture(100))).rejects.toMatchObject({ code: "not-found" });
    await expect(other().get(OF_NOTHING)).rejects.toMatchObject({ code: "not-found" });
  });

  test("neither puts nor gets what is called off", async () => {
    const assets = await store();
    const off = AbortSignal.abort();
    await expect(assets.put(samplePicture(100), off)).rejects.toMatchObject({ name: "AbortError" });
    const hash = await assets.put(samplePicture(200));
    await expect(assets.get(hash, off)).rejects.toMatchObject({ name: "AbortError" });
  });
}
