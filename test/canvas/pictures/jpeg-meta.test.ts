import { expect, test } from "vitest";
import { bareJpeg } from "../../../src/canvas/pictures/jpeg-meta.js";

const text = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0));
const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 0xff,
  ...content,
];
/** EXIF with one entry: the orientation. */
const exif = (orientation: number, isLittle: boolean) => {
  const short = (value: number) => (isLittle ? [value & 0xff, value >> 8] : [value >> 8, value & 0xff]);
  const long = (value: number) => (isLittle ? [...short(value), 0, 0] : [0, 0, ...short(value)]);
  return segment(0xe1, [
    ...text("Exif\0\0"),
    ...text(isLittle ? "II" : "MM"),
    ...short(42),
    ...long(8),
    ...short(1),
    ...[...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0],
    ...long(0),
  ]);
};
const START = [0xff, 0xd8];
const JFIF = segment(0xe0, text("JFIF\0"));
const SCAN = [...segment(0xda, [1, 2, 3]), 9, 9, 0xff, 0xe1, 0, 4, 7, 7, 0xff, 0xd9];
const jpeg = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat());

test.each([true, false])(
  "tells how a picture is to be turned and takes out who took it (little-endian: %s)",
  (isLittle) => {
    const xmp = segment(0xe1, text("http://ns.adobe.com/xap/1.0/\0<x/>"));
    const { bytes, orientation } = bareJpeg(jpeg(START, JFIF, exif(6, isLittle), xmp, SCAN));
    expect(orientation).toBe(6);
    expect(bytes).toEqual(jpeg(START, JFIF, SCAN));
  },
);

test("leaves others as they are", () => {
  const plain = jpeg(START, JFIF, SCAN);
  expect(bareJpeg(plain)).toEqual({ bytes: plain, orientation: 1 });
});

test("does not believe lengths and places that lead out of the file", () => {
  const cut = jpeg(START, [0xff, 0xe1, 0xff, 0xff, ...text("Exif")]);
  expect(bareJpeg(cut)).toEqual({ bytes: cut, orientation: 1 });
  const astray = exif(6, true);
  astray[14] = 0xff;
  expect(bareJpeg(jpeg(START, astray, SCAN)).orientation).toBe(1);
  expect(bareJpeg(jpeg(START, exif(9, true), SCAN)).orientation).toBe(1);
  expect(bareJpeg(new Uint8Array(0))).toEqual({ bytes: new Uint8Array(0), orientation: 1 });
});
