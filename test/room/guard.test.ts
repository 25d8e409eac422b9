import { describe, expect, test } from "vitest";
import { FIRST_PAGE } from "../../src/board/board.js";
import { guardSignal } from "../../src/room/guard.js";
import { isInktapeError } from "../../src/signal/errors.js";
import { shapeId, type MemberId } from "../../src/signal/ids.js";
import type { Role, Signal } from "../../src/signal/signal.js";
import { cursor, marker, rectangle, stroke } from "../../src/testing/samples.js";

const ADA = 1 as MemberId;
const BOB = 2 as MemberId;
const LAST = BOB;

/** The code of the refusal, or null when the signal may pass. */
function refusal(signal: Signal, role: Role = "writer", member: MemberId = ADA): string | null {
  try {
    guardSignal(signal, { member, welcomedAs: role, role }, LAST);
    return null;
  } catch (error) {
    return isInktapeError(error) ? error.code : "another error";
  }
}

const [begin, append, , end] = stroke(BOB, 0) as [Signal, Signal, Signal, Signal];
const page = { type: "page.add", id: "p", name: "P", order: "a1" } as Signal;

describe("a reader", () => {
  test.each<Signal>([
    cursor(1),
    { type: "cursor", cursor: null },
    { type: "camera", camera: { page: FIRST_PAGE, x: 0, y: 0, zoom: 1 } },
    { type: "selection", ids: [] },
  ])("may look and point: $type", (signal) => {
    expect(refusal(signal, "reader")).toBeNull();
  });

  test.each<Signal>([
    marker("a"),
    rectangle(ADA, 0),
    ...stroke(ADA, 0),
    page,
    { type: "shapes.remove", ids: [] },
    { type: "state.set", key: "k", value: 1 },
    { type: "event", name: "n", data: null },
    { type: "recording.set", on: false },
    { type: "unknown", code: 900, bytes: new Uint8Array(0) },
  ])("may do nothing else: $type", (signal) => {
    expect(refusal(signal, "reader")).toBe("read-only");
  });
});

describe.each<Role>(["writer", "admin"])("one of role %s", (role) => {
  test.each<Signal>([page, marker("a"), { type: "recording.set", on: true }, ...stroke(ADA, 3), rectangle(ADA, 0)])(
    "may say $type",
    (signal) => expect(refusal(signal, role)).toBeNull(),
  );

  test.each<Signal>([
    { type: "member.leave" },
    { type: "member.join", profile: { user: "u", name: "n", color: "c", role: "admin" } },
  ])("may not say what only the room says: $type", (signal) => {
    expect(refusal(signal, role)).toBe("bad-signal");
  });

  test("may not begin, continue or end the stroke of another", () => {
    expect([begin, append, end].map((signal) => refusal(signal, role))).toEqual(Array(3).fill("bad-signal"));
    expect([begin, append, end].map((signal) => refusal(signal, role, BOB))).toEqual([null, null, null]);
  });

  test("may bring back the shape of another member, who must exist", () => {
    expect(refusal(rectangle(BOB, 5), role)).toBeNull();
    expect(refusal(rectangle((LAST + 1) as MemberId, 5), role)).toBe("bad-signal");
    expect(refusal(rectangle(0 as MemberId, 5), role)).toBe("bad-signal");
  });

  test("may change, move and remove any shape", () => {
    const id = shapeId(BOB, 0);
    const signals: Signal[] = [
      { type: "shape.set", id, props: { x: 1 } },
      { type: "shapes.move", ids: [id], dx: 1, dy: 0 },
      { type: "shapes.remove", ids: [id] },
    ];
    expect(signals.map((signal) => refusal(signal, role))).toEqual([null, null, null]);
  });
});
