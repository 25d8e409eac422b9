import { expect, test } from "vitest";
import { createRoomClient } from "../../../src/client/create-room-client.js";
import { virtualClock } from "../../../src/clock/virtual.js";
import { shareSelection } from "../../../src/react/whiteboard/share-selection.js";
import { shapeId, type MemberId, type ShapeId } from "../../../src/signal/ids.js";
import { createStore } from "../../../src/store/store.js";
import { memory } from "../../../src/transport/memory/index.js";
import { LOG_START } from "../../property/arbitrary-log.js";
import { pass } from "../../property/network.js";

const one = shapeId(1 as MemberId, 1);

test("what somebody selects is known to the others, until it is let go of, and as long as it is shared", async () => {
  const clock = virtualClock(LOG_START);
  const transport = memory({ clock });
  const join = async () => {
    const client = createRoomClient({ transport, room: "selection", clock, random: Math.random });
    await pass(clock, 50);
    return client;
  };
  const [selector, watcher] = [await join(), await join()];
  const selection = createStore<readonly ShapeId[]>([]);
  const end = shareSelection(selector, selection);
  const seenAfter = async (ids: readonly ShapeId[]) => {
    selection.set(ids);
    await pass(clock, 50);
    return watcher.board.get()?.presence[selector.self.get()?.member as MemberId]?.selection;
  };

  expect(await seenAfter([one])).toEqual([one]);
  expect(await seenAfter([])).toEqual([]);
  end();
  expect(await seenAfter([one])).toEqual([]);
});
