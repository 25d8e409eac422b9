import { expect, test } from "vitest";
import { mediaTypeOf } from "../../src/signal/media-type.js";

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ["\x89PNG\r\n\x1A\n", "image/png"],
  ["\xFF\xD8\xFF\xE0", "image/jpeg"],
  ["GIF89a", "image/gif"],
  ["GIF87a", "image/gif"],
  ["RIFF....WEBPVP8 ", "image/webp"],
  ["\0\0\0\x1Cftypavif\0\0\0\0mif1", "image/avif"],
  ["\0\0\0\x1Cftypmif1\0\0\0\0avifmiaf", "image/avif"],
  ["\0\0\0\x14ftypisom\0\0\0\0mp41avif", null],
  ["\0\0\0\x1Cftypisom\0\0\0\0mp41", null],
  ["<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"],
  ["\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- a > b --><!DOCTYPE svg PUBLIC '-//W3C'>\n<svg>", "image/svg+xml"],
  ["<svgs>", null],
  ["<html><svg/></html>", null],
  ["<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", null],
  ["RIFF....WAVE", null],
  ["", null],
  ["\0\0\0\x1Cftyp", null],
])("bytes that begin with %j are %s", (text, type) => {
  expect(mediaTypeOf(bytesOf(text))).toBe(type);
});
