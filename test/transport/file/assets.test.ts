import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { writeTapeFile } from "../../../src/tape/file/write.js";
import { samplePicture } from "../../../src/testing/asset-tests.js";
import { tapeFile } from "../../../src/transport/file/index.js";
import { lessonLog } from "../../tape/lesson.js";
import { tapeOf } from "../../tape/tape-of.js";

const picture = samplePicture(500);
const hash = createHash("sha256").update(picture).digest("hex");
const liar = "0".repeat(64);

async function open() {
  const parts: Uint8Array[] = [];
  const asset = { mediaType: "image/png", bytes: picture.length, content: picture };
  await writeTapeFile(
    tapeOf(lessonLog({ strokes: 3 }), { blocks: [], keyframes: [] }),
    (bytes) => void parts.push(bytes.slice()),
    [
      { ...asset, hash },
      { ...asset, hash: liar },
    ],
  );
  return tapeFile({ src: new Blob(parts as Uint8Array<ArrayBuffer>[]) }).assets;
}

test("gives the pictures in the file, checked against their names", async () => {
  const assets = await open();
  expect(await assets.get(hash)).toEqual({ mediaType: "image/png", bytes: picture });
  await expect(assets.get(liar)).rejects.toMatchObject({ code: "bad-bytes" });
});

test("says what is not there, and what names nothing", async () => {
  const assets = await open();
  await expect(assets.get("1".repeat(64))).rejects.toMatchObject({ code: "not-found" });
  await expect(assets.get("lesson")).rejects.toMatchObject({ code: "bad-argument" });
});

test("takes no pictures", async () => {
  await expect((await open()).put(picture)).rejects.toMatchObject({ code: "denied" });
});
