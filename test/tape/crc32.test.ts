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
