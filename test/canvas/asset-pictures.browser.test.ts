import { expect, test } from "vitest";
import { AssetPictures } from "../../src/canvas/asset-pictures.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { InktapeError, type ErrorCode } from "../../src/signal/errors.js";
import { imageFile } from "./support/images.js";

const picture = { mediaType: "image/png", bytes: new Uint8Array(await (await imageFile(20, 10)).arrayBuffer()) };

/** Pictures out of a store that fails so many times, and counts. */
function open({ failures = 0, code = "offline" as ErrorCode, maxPixels = 1e6, bytes = picture.bytes } = {}) {
  const clock = virtualClock(0);
  const asked: string[] = [];
  let left = failures;
  const pictures = new AssetPictures({
    clock,
    maxPixels,
    async get(hash) {
      asked.push(hash);
      if (left-- > 0) throw new InktapeError(code, "It is not to be had.");
      return { ...picture, bytes };
    },
  });
  const changes: string[] = [];
  pictures.onChange((hash) => changes.push(hash));
  return { clock, asked, changes, pictures };
}

test("fetches a picture when it is first painted, and says when it has come", async () => {
  const { pictures, asked, changes } = open();
  expect([pictures.imageOf("a"), pictures.imageOf("a")]).toEqual([null, null]);
  const decoded = await pictures.load("a");
  expect(pictures.imageOf("a")).toBe(decoded?.image);
  expect([asked, changes, decoded?.width]).toEqual([["a"], ["a"], 20]);
});

test("tries again what is out of reach, and less and less often", async () => {
  const { pictures, clock, asked } = open({ failures: 2 });
  pictures.imageOf("a");
  await expect.poll(() => asked.length).toBe(1);
  clock.advance(999);
  await settled();
  expect(asked.length).toBe(1);
  clock.advance(1);
  await expect.poll(() => asked.length).toBe(2);
  await settled();
  clock.advance(2000);
  expect(await pictures.load("a")).not.toBeNull();
});

test.each([
  ["is not there", { failures: 1, code: "not-found" as const }],
  ["is damaged", { bytes: picture.bytes.slice(0, 20) }],
])("remembers a picture that %s", async (_, how) => {
  const { pictures, asked, changes } = open(how);
  expect(await pictures.load("a")).toBeNull();
  expect([pictures.imageOf("a"), pictures.hasFailed("a")]).toEqual([null, true]);
  expect([asked, changes]).toEqual([["a"], ["a"]]);
});

test("lets go of those that were painted longest ago, and gets them again", async () => {
  const { pictures, asked } = open({ maxPixels: 400 });
  await pictures.load("a");
  await pictures.load("b");
  pictures.imageOf("a");
  await pictures.load("c");
  expect(pictures.imageOf("a")).not.toBeNull();
  expect(asked).toEqual(["a", "b", "c"]);
  expect(pictures.imageOf("b")).toBeNull();
  expect(await pictures.load("b")).not.toBeNull();
  expect(asked).toEqual(["a", "b", "c", "b"]);
});

test("takes one that is at hand without fetching it", async () => {
  const { pictures, asked, changes } = open();
  const image = await createImageBitmap(await imageFile(4, 4));
  pictures.keep("a", { image, width: 4, height: 4 });
  expect(pictures.imageOf("a")).toBe(image);
  expect([asked, changes]).toEqual([[], ["a"]]);
});

test("asks for nothing more when it is closed", async () => {
  const { pictures, clock, asked } = open({ failures: 9 });
  const loading = pictures.load("a");
  await expect.poll(() => asked.length).toBe(1);
  await settled();
  pictures.close();
  clock.advance(60_000);
  expect(await loading).toBeNull();
  expect(asked.length).toBe(1);
});

/** Lets everything that was rejected be heard of. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
