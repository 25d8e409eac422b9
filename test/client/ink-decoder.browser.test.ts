import { expect, onTestFinished, test } from "vitest";
import { createInkDecoder } from "../../src/client/ink-decoder.js";
import { decodeInkPart } from "../../src/tape/sealed/ink-part.js";
import { strokesPart } from "./strokes-part.js";

const part = strokesPart(40);

function decoderWith(start?: () => Worker) {
  const decoder = createInkDecoder(start);
  onTestFinished(() => decoder.close());
  return decoder;
}

test("ink is read in a worker, and comes out as it would here", async () => {
  let started: Worker | null = null;
  const decoder = decoderWith(() => {
    started = new Worker(new URL("../../src/client/ink-worker.ts", import.meta.url), { type: "module" });
    return started;
  });
  const [first, second] = await Promise.all([decoder.decode(part), decoder.decode(part)]);
  expect(started).not.toBeNull();
  expect(first).toEqual(decodeInkPart(part));
  expect(second).toEqual(first);
});

test("the worker that the package starts itself answers too", async () => {
  expect(await decoderWith().decode(part)).toEqual(decodeInkPart(part));
});

test("damage is told as it is here", async () => {
  const broken = part.slice();
  broken[broken.length - 9]! ^= 1;
  await expect(decoderWith().decode(broken)).rejects.toMatchObject({ code: "tape-damaged" });
});

test("where no worker can start, or it breaks, ink is read right here", async () => {
  const refused = decoderWith(() => {
    throw new Error("The page's policy allows no workers.");
  });
  expect(await refused.decode(part)).toEqual(decodeInkPart(part));
  const broken = decoderWith(() => new Worker(URL.createObjectURL(new Blob(["throw 1"])), { type: "module" }));
  expect(await broken.decode(part)).toEqual(decodeInkPart(part));
  expect(await broken.decode(part)).toEqual(decodeInkPart(part));
});

test("a closed decoder answers nobody any more", async () => {
  const decoder = decoderWith();
  const asked = decoder.decode(part);
  decoder.close();
  await expect(asked).rejects.toMatchObject({ code: "offline" });
});
