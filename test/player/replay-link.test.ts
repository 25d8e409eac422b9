import fc from "fast-check";
import { expect, test } from "vitest";
import { linkTo, readLink } from "../../src/player/replay-link.js";

const HREF = "https://example.org/replay/biology?theme=dark&from=yesterday#top";
const NOON = Date.UTC(2026, 10, 22, 12);

test("what a link is made of is read from it, and the rest of the address stays", () => {
  const millis = fc.integer({ min: 0, max: Date.UTC(2200, 0) });
  const place = fc.record(
    { wall: millis, from: millis, to: millis, position: fc.integer({ min: 0, max: 1e10 }) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(place, (said) => {
      const link = linkTo({ href: HREF, ...said });
      const { position, ...rest } = said;
      expect(readLink(link)).toEqual(said.wall === undefined && position !== undefined ? said : rest);
      expect(new URL(link).searchParams.get("theme")).toBe("dark");
      expect(new URL(link).hash).toBe("#top");
      expect(linkTo({ href: link, ...said })).toBe(link);
    }),
  );
});

test("a link says times as people read them", () => {
  const href = "https://example.org/";
  expect(linkTo({ href, position: 125_500 })).toBe("https://example.org/?t=125.5");
  expect(decodeURIComponent(linkTo({ href, wall: NOON }))).toBe("https://example.org/?t=2026-11-22T12:00:00.000Z");
});

test.each([
  ["?t=90", { position: 90_000 }],
  ["?t=1m30s", { position: 90_000 }],
  ["?t=1h0m5.5s", { position: 3_605_500 }],
  ["?t=2h", { position: 7_200_000 }],
  ["?t=2026-11-22T12:00Z", { wall: NOON }],
  ["?t=soon&from=then", {}],
  ["?t=", {}],
  ["?t=-5", {}],
])("%s is read as a person means it", (search, place) => {
  const { position, wall } = readLink(`https://example.org/${search}`);
  expect({ ...(position !== undefined && { position }), ...(wall !== undefined && { wall }) }).toEqual(place);
});

test("what is no address and no time is refused", () => {
  expect(() => linkTo({ href: "/replay/biology", position: 1 })).toThrow(/no absolute address/);
  expect(() => readLink("biology")).toThrow(/no absolute address/);
  expect(() => linkTo({ href: HREF, position: -1 })).toThrow(/no play time/);
  expect(() => linkTo({ href: HREF, wall: "soon" })).toThrow(/no moment/);
});
