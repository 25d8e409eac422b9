import { expect, test } from "vitest";
import { arabic } from "../../../src/react/messages/ar.js";
import { chinese } from "../../../src/react/messages/zh.js";
import { ENGLISH } from "../../../src/react/messages/en.js";
import { french } from "../../../src/react/messages/fr.js";
import { german } from "../../../src/react/messages/de.js";
import { japanese } from "../../../src/react/messages/ja.js";
import type { Messages } from "../../../src/react/messages/messages.js";
import { spanish } from "../../../src/react/messages/es.js";

const LANGUAGES = { arabic, chinese, french, german, japanese, spanish };
/** What a function may be asked with, by turns: numbers of every plural, names. */
const ASKED = [
  [1, 2, 3],
  [2, 2, 2],
  [5, 9, 11],
  [21, 30, 40],
  [100, 101, 102],
  ["Cells", 2, 3],
  [null, null, null],
];

/** The texts of a language by the way to each; what a function gives counts as its text. */
function textsOf(value: unknown, way = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[way, value]];
  if (way.endsWith(".cropHandle")) return [[way, (value as Messages["picture"]["cropHandle"])("topLeft")]];
  if (typeof value === "function") {
    return ASKED.map((values) => [way, String((value as (...values: unknown[]) => unknown)(...values))]);
  }
  return Object.entries(value as object).flatMap(([key, part]) => textsOf(part, `${way}.${key}`));
}

test.each(Object.entries(LANGUAGES))("%s says something everywhere, in words of its own", (_, language) => {
  const texts = textsOf(language);
  expect(texts.map(([way]) => way).toSorted()).toEqual(
    textsOf(ENGLISH)
      .map(([way]) => way)
      .toSorted(),
  );
  expect(texts.filter(([, text]) => /^$|undefined|NaN|\[object/.test(text.trim()))).toEqual([]);
  const english = new Map(textsOf(ENGLISH));
  const same = texts.filter(([way, text]) => english.get(way) === text && /[a-z]{4}/i.test(text));
  expect(same.length).toBeLessThan(texts.length / 10);
});

test("Arabic alone runs from the right, and counts with the forms of its numbers", () => {
  expect(Object.entries(LANGUAGES).filter(([, { direction }]) => direction === "rtl")).toEqual([["arabic", arabic]]);
  expect([1, 2, 5, 11].map(arabic.pending)).toEqual([
    "تغيير واحد للإرسال",
    "تغييران للإرسال",
    "5 تغييرات للإرسال",
    "11 تغييرًا للإرسال",
  ]);
});
