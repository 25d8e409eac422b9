import { expect, test } from "vitest";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { createRoomClient } from "../../../src/client/create-room-client.js";
import type { RoomClient } from "../../../src/client/room-client.js";
import { virtualClock } from "../../../src/clock/virtual.js";
import { type ShapeEvent, watchShapes } from "../../../src/react/whiteboard/shape-events.js";
import type { ShapeId } from "../../../src/signal/ids.js";
import { memory } from "../../../src/transport/memory/index.js";
import { LOG_START } from "../../property/arbitrary-log.js";
import { pass } from "../../property/network.js";

/** Two people in one room, and what the first one's app hears. */
async function roomOfTwo() {
  const clock = virtualClock(LOG_START);
  const transport = memory({ clock });
  const join = async () => {
    const client = createRoomClient({ transport, room: "events", clock, random: Math.random });
    await pass(clock, 50);
    return client;
  };
  const [me, other] = [await join(), await join()];
  let heard: string[] = [];
  let calls = 0;
  const nameOf = ({ by }: ShapeEvent) =>
    by === null ? "?" : by === me.self.get()?.member ? "me" : by === other.self.get()?.member ? "other" : "nobody";
  const hear = (what: string) => (events: readonly ShapeEvent[]) => {
    calls += 1;
    heard.push(
      ...events.map(
        (event) => `${what} by ${nameOf(event)} ${event.source}${event.before ? ` was ${event.before.x}` : ""}`,
      ),
    );
  };
  const end = watchShapes(me, clock, { onAdd: hear("add"), onChange: hear("change"), onRemove: hear("remove") });
  return {
    me,
    other,
    end,
    async after(act: () => void): Promise<readonly string[]> {
      heard = [];
      calls = 0;
      act();
      await pass(clock, 200);
      return heard;
    },
    calls: () => calls,
  };
}

function add(client: RoomClient): ShapeId {
  const id = client.newShapeId();
  const shape = { id, page: FIRST_PAGE, order: "a0", x: 1, y: 1, color: "red", size: 2, kind: "line" } as const;
  client.send([{ type: "shape.add", shape: { ...shape, w: 10, h: 10, seed: 1 } }]);
  return id;
}

test("who did it, and whether it was here, is told of what came, changed and went", async () => {
  const { me, other, after } = await roomOfTwo();
  let [mine, theirs] = [0 as ShapeId, 0 as ShapeId];
  expect(await after(() => (mine = add(me)))).toEqual(["add by me local"]);
  expect(await after(() => (theirs = add(other)))).toEqual(["add by other remote"]);
  const move = (client: RoomClient, id: ShapeId) => client.send([{ type: "shapes.move", ids: [id], dx: 5, dy: 0 }]);
  expect(await after(() => move(other, mine))).toEqual(["change by other remote was 1"]);
  expect(await after(() => move(me, theirs))).toEqual(["change by me local was 1"]);
  expect(await after(() => me.undo())).toEqual(["change by me local was 6"]);
  expect(await after(() => other.send([{ type: "shapes.remove", ids: [mine] }]))).toEqual([
    "remove by other remote was 6",
  ]);
  expect(await after(() => me.send([{ type: "shapes.remove", ids: [theirs] }]))).toEqual(["remove by me local was 1"]);
});

test("what goes with its page is told of as what its remover did", async () => {
  const { me, other, after } = await roomOfTwo();
  const page = other.newPageId();
  await after(() => {
    other.send([{ type: "page.add", id: page, name: "Two", order: "a5" }]);
    const id = add(other);
    other.send([{ type: "shape.set", id, props: { page } }]);
  });
  expect(await after(() => other.send([{ type: "page.remove", id: page }]))).toEqual(["remove by other remote was 1"]);
  expect(me.board.get()?.pages[page]).toBeUndefined();
});

test("all of a frame comes in one call, and nothing after the end", async () => {
  const { me, after, calls, end } = await roomOfTwo();
  const events = await after(() => {
    for (let count = 0; count < 5; count++) add(me);
  });
  expect([events.length, calls()]).toEqual([5, 1]);
  end();
  expect(await after(() => add(me))).toEqual([]);
});
