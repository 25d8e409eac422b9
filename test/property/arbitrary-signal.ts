import fc from "fast-check";
import { LIMITS } from "../../src/signal/limits.js";
import type { Access, Json, Profile, Role, Signal } from "../../src/signal/signal.js";
import { above0, color, idOf, length, name, order, page } from "./pools.js";
import { arbitraryPoints, arbitraryShape, headerOf, props } from "./arbitrary-shape.js";

/** What JSON can carry there and back; it has no -0. */
export const arbitraryJson: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2, stringUnit: "grapheme" })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

export const profile: fc.Arbitrary<Profile> = fc.record({
  user: name,
  name,
  color,
  role: fc.constantFrom<Role>("admin", "writer", "reader"),
});

const scale = fc.constantFrom(1, 2, -1, 0.1, 1.0625, -0.3, LIMITS.coordinate);

const angle = fc.constantFrom(0, 0.1, -0.1, Math.PI, -Math.PI / 2, 2 * Math.PI);

const paper = fc.record({
  color,
  pattern: fc.constantFrom("plain", "grid", "of a newer version"),
  asset: name,
  w: above0,
  h: above0,
});

/** Any signal that the wire can carry, sensible or not; shapes are those of members 0 to `members`. */
export function arbitrarySignal(members = 3): fc.Arbitrary<Signal> {
  const id = idOf(members);
  const ids = fc.array(id, { maxLength: 4 });
  const pageProps = { id: page, name, order };
  const place = { page, x: length, y: length };
  const camera = fc.record({ ...place, zoom: above0 });
  const sizedCamera = fc.record({ ...place, zoom: above0, w: above0, h: above0 });
  return fc.oneof(
    fc.record({ type: fc.constant("ink.begin" as const), shape: headerOf(id) }),
    fc.record({ type: fc.constant("ink.append" as const), id, points: arbitraryPoints() }),
    fc.record({ type: fc.constant("ink.end" as const), id }),
    fc.record({ type: fc.constant("shape.add" as const), shape: arbitraryShape(id) }),
    fc.record({ type: fc.constant("shape.set" as const), id, props }),
    fc.record({ type: fc.constant("shapes.move" as const), ids, dx: length, dy: length }),
    fc.record({ type: fc.constant("shapes.scale" as const), ids, x: length, y: length, sx: scale, sy: scale }),
    fc.record({ type: fc.constant("shapes.rotate" as const), ids, x: length, y: length, angle }),
    fc.record({ type: fc.constant("shapes.remove" as const), ids }),
    fc.record({ type: fc.constant("page.add" as const), ...pageProps }),
    fc.record({ type: fc.constant("page.set" as const), ...pageProps }),
    fc.record({ type: fc.constant("page.remove" as const), id: page }),
    fc.record({ type: fc.constant("page.paper" as const), id: page, paper: fc.option(paper, { nil: null }) }),
    fc.record({ type: fc.constant("page.lock" as const), id: page, isLocked: fc.boolean() }),
    fc.record({
      type: fc.constant("access.set" as const),
      user: name,
      access: fc.constantFrom<(Access | undefined)[]>("admin", "writer", "reader", "none", undefined),
    }),
    fc.record({ type: fc.constant("void" as const), reason: fc.constantFrom("role", "locked", "of a newer version") }),
    fc.record({
      type: fc.constant("state.set" as const),
      key: name,
      value: fc.option(arbitraryJson, { nil: undefined, freq: 3 }),
    }),
    fc.record({ type: fc.constant("event" as const), name, data: arbitraryJson }),
    fc.record({ type: fc.constant("marker" as const), label: name }),
    fc.record({ type: fc.constant("recording.set" as const), on: fc.boolean() }),
    fc.record({ type: fc.constant("member.join" as const), profile }),
    fc.constant({ type: "member.leave" as const }),
    fc.record({
      type: fc.constant("unknown" as const),
      code: fc.integer({ min: 1000, max: 2 ** 16 }),
      bytes: fc.uint8Array({ maxLength: 20 }),
    }),
    fc.record({ type: fc.constant("cursor" as const), cursor: fc.option(fc.record(place), { nil: null, freq: 6 }) }),
    fc.record({ type: fc.constant("camera" as const), camera: fc.oneof(camera, sizedCamera) }),
    fc.record({ type: fc.constant("selection" as const), ids }),
  );
}
