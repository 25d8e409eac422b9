import { expect, test } from "vitest";
import { crc32 } from "../../../src/tape/crc32.js";
import { decodeInk } from "../../../src/tape/ink/ink-codec.js";
import { encodeInk } from "../../../src/tape/ink/encode-ink.js";
import { REFERENCE_CRC, referenceItems } from "./reference.js";

test("a browser makes the same bytes of ink as every other engine, and reads them", () => {
  const bytes = encodeInk(referenceItems());
  expect(crc32(bytes)).toBe(REFERENCE_CRC);
  expect(decodeInk(bytes, { items: 100, points: 10_000 })).toEqual(referenceItems());
});
