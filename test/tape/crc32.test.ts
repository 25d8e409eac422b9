import { crc32 as zlibCrc32 } from "node:zlib";
import { expect, test } from "vitest";
import { crc32 } from "../../src/tape/crc32.js";

const bytes = (text: string) => new TextEncoder().encode(text);

test("gives the check value of CRC-32 that its catalogue names", () => {
  expect(crc32(bytes("123456789"))).toBe(0xcbf43926);
  expect(crc32(bytes(""))).toBe(0);
});

test("goes on from the checksum of what stands before", () => {
  expect(crc32(bytes("56789"), crc32(bytes("1234")))).toBe(0xcbf43926);
});

test("is the same for long bytes as for their parts one after another", () => {
  const long = Uint8Array.from({ length: 20_001 }, (_, at) => (at * 31) >> 3);
  const cuts = [0, 1, 4095, 4096, 8192, 12_289, 20_001];
  const inParts = cuts.slice(1).reduce((sum, to, index) => crc32(long.subarray(cuts[index], to), sum), 0);
  expect(crc32(long)).toBe(inParts);
  expect(crc32(long)).toBe(zlibCrc32(long));
});
