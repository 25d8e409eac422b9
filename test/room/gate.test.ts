import { describe, expect, test } from "vitest";
import { DEFAULT_ROOM_LIMITS, type RoomLimits } from "../../src/room/room-limits.js";
import { shapeId, type MemberId, type PageId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { rectangle, stroke } from "../../src/testing/samples.js";
import { Lobby, settled } from "./lobby.js";

/** What a writer's signals become in a room of these limits. */
async function becomes(limits: Partial<RoomLimits>, say: (member: MemberId) => readonly (readonly Signal[])[]) {
  const lobby = new Lobby({ limits });
  const writer = await lobby.guest("writer");
  for (const batch of say(writer.member)) {
    writer.say(batch);
    await settled();
  }
  expect(writer.isClosed).toBe(false);
  return { writer, reasons: writer.signals.map((signal) => (signal.type === "void" ? signal.reason : "taken")) };
}

const page = (id: string): Signal => ({ type: "page.add", id: id as PageId, name: id, order: "a1" });
const shared = (key: string, value: string | undefined): Signal => ({ type: "state.set", key, value });

describe("a room takes no more than its limits", () => {
  test("shapes: unfinished ones count, and what is removed makes place", async () => {
    const { reasons } = await becomes({ shapes: 2 }, (member) => [
      [rectangle(member, 0)],
      stroke(member, 1).slice(0, 2),
      [rectangle(member, 2)],
      [{ type: "shapes.remove", ids: [shapeId(member, 0)] }],
      [rectangle(member, 3)],
      [rectangle(member, 4)],
    ]);
    expect(reasons).toEqual(["taken", "taken", "taken", "shapes", "taken", "taken", "shapes"]);
  });

  test("shapes of a room that is opened again count too", async () => {
    const { writer } = await becomes({}, (member) => [[rectangle(member, 0), rectangle(member, 1)]]);
    expect(writer.board.seq).toBeGreaterThan(0);
    const lobby = new Lobby({ limits: { shapes: 1 } });
    const first = await lobby.guest("first");
    first.say([rectangle(first.member, 0)]);
    await settled();
    await lobby.host.close();
    const again = await new Lobby({ store: lobby.store, limits: { shapes: 1 } }).guest("second");
    again.say([rectangle(again.member, 0)]);
    await settled();
    expect(again.signals).toEqual([{ type: "void", reason: "shapes" }]);
  });

  test("pages", async () => {
    expect((await becomes({ pages: 2 }, () => [[page("b")], [page("c")]])).reasons).toEqual(["taken", "pages"]);
  });

  test("the shared state: a value may be replaced by one of its size, and taking away makes place", async () => {
    const { reasons } = await becomes({ sharedState: 20 }, () => [
      [shared("a", "1234567")],
      [shared("a", "7654321")],
      [shared("b", "1234567")],
      [shared("c", "1")],
      [shared("a", undefined)],
      [shared("c", "1")],
    ]);
    expect(reasons).toEqual(["taken", "taken", "taken", "shared", "taken", "taken"]);
  });

  test("points of a stroke, drawn and pasted", async () => {
    const { reasons } = await becomes({ strokePoints: 2 }, (member) => [
      stroke(member, 0).slice(0, 2),
      stroke(member, 0).slice(2),
    ]);
    expect(reasons).toEqual(["taken", "taken", "points", "taken"]);
  });

  test("text, written and changed", async () => {
    const text = (member: MemberId, count: number, said: string): Signal => {
      const { shape } = rectangle(member, count) as Signal & { type: "shape.add" };
      const { id, page: on, order, x, y, color, size } = shape;
      return {
        type: "shape.add",
        shape: { id, page: on, order, x, y, color, size, kind: "text", text: said, fontSize: 10 },
      };
    };
    const { reasons } = await becomes({ text: 3 }, (member) => [
      [text(member, 0, "abc"), text(member, 1, "abcd")],
      [{ type: "shape.set", id: shapeId(member, 0), props: { text: "abcd" } }],
      [{ type: "shape.set", id: shapeId(member, 0), props: { text: "ab" } }],
    ]);
    expect(reasons).toEqual(["taken", "text", "text", "taken"]);
  });

  test("what a lesson needs is far below them", () => {
    expect(DEFAULT_ROOM_LIMITS).toMatchObject({ shapes: 200_000, pages: 1000, strokePoints: 20_000 });
  });
});
