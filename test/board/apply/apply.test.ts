import { describe, expect, test } from "vitest";

import { FIRST_PAGE } from "../../../src/board/board.js";
import { shapeAt, shapesOf } from "../../../src/board/leaves.js";
import { shapeId, type PageId } from "../../../src/signal/ids.js";
import { LIMITS } from "../../../src/signal/limits.js";
import type { Profile, Signal } from "../../../src/signal/signal.js";
import { ANNA, BEN, boardAfter, inkHeader, more, rectangle } from "../log.js";

const points = (...numbers: number[]) => Int32Array.from(numbers);
const profile: Profile = { user: "u", name: "Anna", color: "#1c7ed6", role: "writer" };

describe("ink", () => {
  const id = inkHeader(1).id;
  const begun = boardAfter({ type: "ink.begin", shape: inkHeader(1, { order: "a3" }) });

  test("a stroke grows while it is drawn and becomes a shape at its end", () => {
    const drawn = more(begun, { type: "ink.append", id, points: points(0, 0, 0, 32, 4, 4, 8, 40) });
    const longer = more(drawn, { type: "ink.append", id, points: points(8, 8, 16, 50) });
    expect(longer.active[id]?.run.count).toBe(3);
    const ended = more(longer, { type: "ink.end", id });
    expect(ended.active).toEqual({});
    expect(shapeAt(ended, id)).toEqual({
      ...inkHeader(1, { order: "a3" }),
      points: points(0, 0, 0, 32, 4, 4, 8, 40, 8, 8, 16, 50),
    });
  });

  test("the page remembers the highest order", () => {
    expect(begun.pages[FIRST_PAGE]?.top).toBe("a3");
    expect(more(begun, { type: "shape.add", shape: rectangle(2, { order: "a1" }) }).pages[FIRST_PAGE]?.top).toBe("a3");
  });

  test("nobody else's hand can go on with a stroke or end it", () => {
    const meddled = more(
      begun,
      [BEN, { type: "ink.append", id, points: points(0, 0, 0, 32) }],
      [BEN, { type: "ink.end", id }],
    );
    expect(meddled.active[id]?.run.count).toBe(0);
  });

  test("points from before the last one are passed over, so that a stroke's clock never runs backwards", () => {
    const drawn = more(begun, { type: "ink.append", id, points: points(0, 0, 50, 32) });
    expect(more(drawn, { type: "ink.append", id, points: points(1, 1, 49, 32) }).active[id]?.run.count).toBe(1);
  });

  test("a stroke that was never given a point leaves nothing", () => {
    expect([...shapesOf(more(begun, { type: "ink.end", id }))]).toEqual([]);
  });

  test("a stroke that was finished in its maker's absence is taken up again, by its maker only", () => {
    const first = points(0, 0, 0, 32);
    const away = more(begun, { type: "ink.append", id, points: first }, { type: "member.leave" });
    expect(more(away, [BEN, { type: "ink.append", id, points: points(2, 2, 20, 32) }]).active).toEqual({});
    const back = more(away, { type: "ink.append", id, points: points(2, 2, 20, 32) });
    expect([back.active[id]?.run.count, shapeAt(back, id)]).toEqual([2, undefined]);
    expect(shapeAt(more(back, { type: "ink.end", id }), id)).toMatchObject({
      order: "a3",
      points: points(0, 0, 0, 32, 2, 2, 20, 32),
    });
  });

  test("a member who leaves leaves the stroke as far as it came", () => {
    const left = more(begun, { type: "ink.append", id, points: points(0, 0, 0, 32) }, { type: "member.leave" });
    expect(left.active).toEqual({});
    expect(shapeAt(left, id)?.kind).toBe("ink");
  });
});

describe("shapes", () => {
  const board = boardAfter({ type: "shape.add", shape: rectangle(1) }, { type: "shape.add", shape: rectangle(200) });
  const id = rectangle(1).id;

  test("stand in the leaf and slot that their id names", () => {
    expect([...shapesOf(board)].map((shape) => shape.id)).toEqual([rectangle(1).id, rectangle(200).id]);
    expect(board.branches[ANNA]?.map((leaf) => leaf?.length ?? null)).toEqual([2, null, null, 9]);
  });

  test("a property the kind has is set, any other passed over", () => {
    const set = more(board, { type: "shape.set", id, props: { w: 300, text: "no", id: 5, kind: "ink" } });
    expect(shapeAt(set, id)).toEqual(rectangle(1, { w: 300 }));
  });

  test("a property that the kind may have is set, and taken away by its plain value", () => {
    const turned = more(board, { type: "shape.set", id, props: { rotation: 1, label: "label" } });
    expect(shapeAt(turned, id)).toEqual({ ...rectangle(1), rotation: 1, label: "label" });
    const straight = more(turned, { type: "shape.set", id, props: { rotation: 0, label: "" } });
    expect(shapeAt(straight, id)).toEqual(rectangle(1));
  });

  test("a property of a newer version is kept", () => {
    const set = more(board, { type: "shape.set", id, props: { "?77": "later" } });
    expect(shapeAt(set, id)).toEqual({ ...rectangle(1), "?77": "later" });
  });

  test("moving goes by difference", () => {
    expect(shapeAt(more(board, { type: "shapes.move", ids: [id], dx: 5, dy: -2.5 }), id)).toMatchObject({
      x: 5,
      y: -2.5,
    });
  });

  test("no shape is moved off the board", () => {
    const far = more(board, { type: "shapes.move", ids: [id], dx: LIMITS.coordinate, dy: 0 });
    expect(shapeAt(more(far, { type: "shapes.move", ids: [id], dx: 1, dy: 0 }), id)).toEqual(shapeAt(far, id));
  });

  test("a removed shape is gone, and its leaf and branch when they are empty", () => {
    const removed = more(board, { type: "shapes.remove", ids: [rectangle(200).id] });
    expect(shapeAt(removed, rectangle(200).id)).toBeUndefined();
    expect(removed.branches).toEqual(boardAfter({ type: "shape.add", shape: rectangle(1) }).branches);
    expect(more(removed, { type: "shapes.remove", ids: [id] }).branches).toEqual([]);
  });

  test("a shape counted beyond the limit has no place", () => {
    const far = shapeId(ANNA, LIMITS.shapesPerMember);
    expect([...shapesOf(boardAfter({ type: "shape.add", shape: rectangle(1, { id: far }) }))]).toEqual([]);
  });

  test("what did not change is shared", () => {
    const moved = more(board, { type: "shapes.move", ids: [id], dx: 1, dy: 1 });
    expect(shapeAt(moved, rectangle(200).id)).toBe(shapeAt(board, rectangle(200).id));
  });
});

describe("pages", () => {
  const second = "p2" as PageId;
  const board = boardAfter(
    { type: "page.add", id: second, name: "Two", order: "a1" },
    { type: "shape.add", shape: rectangle(1, { page: second }) },
    { type: "shape.add", shape: rectangle(2) },
    { type: "ink.begin", shape: inkHeader(3, { page: second }) },
  );

  test("a removed page takes its shapes and strokes along, and nothing else", () => {
    const removed = more(board, { type: "page.remove", id: second });
    expect(Object.keys(removed.pages)).toEqual([FIRST_PAGE]);
    expect([...shapesOf(removed)].map((shape) => shape.id)).toEqual([rectangle(2).id]);
    expect(removed.active).toEqual({});
  });

  test("the last page stays", () => {
    const one = more(board, { type: "page.remove", id: second });
    expect(more(one, { type: "page.remove", id: FIRST_PAGE }).pages).toEqual(one.pages);
  });
});

describe("members and presence", () => {
  const board = boardAfter({ type: "member.join", profile });

  test("a cursor remembers where it was, one step back", () => {
    const at = (x: number) => ({ type: "cursor", cursor: { page: FIRST_PAGE, x, y: 0 } }) as const;
    const moved = more(board, at(1), at(2), at(3));
    expect(moved.presence[ANNA]?.cursor).toEqual({
      page: FIRST_PAGE,
      x: 3,
      y: 0,
      at: 400,
      from: { page: FIRST_PAGE, x: 2, y: 0, at: 300 },
    });
  });

  test("a cursor that changed pages comes from nowhere", () => {
    const moved = more(
      board,
      { type: "cursor", cursor: { page: FIRST_PAGE, x: 1, y: 1 } },
      { type: "cursor", cursor: { page: "p2" as PageId, x: 1, y: 1 } },
    );
    expect(moved.presence[ANNA]?.cursor?.from).toBeNull();
  });

  test("who left has no presence, and gets none by pointing", () => {
    const left = more(board, { type: "member.leave" }, { type: "selection", ids: [rectangle(1).id] });
    expect([left.members, left.presence]).toEqual([{}, {}]);
  });
});

describe("everything else", () => {
  test("shared state is set and taken away", () => {
    const board = boardAfter({ type: "state.set", key: "k", value: { deep: [1] } });
    expect(board.shared).toEqual({ k: { deep: [1] } });
    expect(more(board, { type: "state.set", key: "k", value: undefined }).shared).toEqual({});
  });

  test("signals of unknown kinds are counted", () => {
    expect(boardAfter({ type: "unknown", code: 99, bytes: new Uint8Array(3) }).unknown).toBe(1);
  });

  const ghost = shapeId(BEN, 9);
  const senseless: Signal[] = [
    { type: "ink.append", id: ghost, points: points(0, 0, 0, 0) },
    { type: "ink.end", id: ghost },
    { type: "ink.begin", shape: inkHeader(8, { page: "nowhere" as PageId }) },
    { type: "shape.add", shape: rectangle(1, { w: 9 }) },
    { type: "shape.add", shape: rectangle(9, { page: "nowhere" as PageId }) },
    { type: "shape.set", id: ghost, props: { x: 1 } },
    { type: "shape.set", id: rectangle(1).id, props: { page: "nowhere" } },
    { type: "shapes.move", ids: [ghost], dx: 1, dy: 1 },
    { type: "shapes.remove", ids: [ghost] },
    { type: "page.set", id: "nowhere" as PageId, name: "x", order: "a0" },
    { type: "page.remove", id: "nowhere" as PageId },
    { type: "page.add", id: FIRST_PAGE, name: "again", order: "a9" },
    { type: "page.add", id: "__proto__" as PageId, name: "x", order: "a0" },
    { type: "page.set", id: "constructor" as PageId, name: "x", order: "a0" },
    { type: "shape.add", shape: rectangle(9, { page: "constructor" as PageId }) },
    { type: "state.set", key: "__proto__", value: { polluted: true } },
    { type: "cursor", cursor: null },
    { type: "member.leave" },
  ];
  test.each(senseless)("$type that makes no sense moves the board's place in the log and nothing else", (signal) => {
    const board = boardAfter({ type: "shape.add", shape: rectangle(1) });
    const after = more(board, [BEN, signal]);
    expect({ ...after, seq: board.seq, at: board.at }).toEqual(board);
    expect(after.seq).toBe(board.seq + 1);
  });
});
