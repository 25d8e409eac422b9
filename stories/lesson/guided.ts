import { FIRST_PAGE } from "../../src/board/board.js";
import { presentation } from "../../src/board/presenter.js";
import { createRoomClient } from "../../src/client/create-room-client.js";
import { QUIET_MS } from "../../src/tape/timeline.js";
import { type Lesson, startLesson } from "./lesson.js";

/** Where the guide looks, one place after another: the board point in the middle, and the zoom. */
const PLACES: readonly (readonly [x: number, y: number, zoom: number])[] = [
  [340, 200, 0.9],
  [1080, 300, 0.8],
  [1080, 330, 1.2],
];
const STEPS = 24;
const BREAK_MS = 3 * 3_600_000;

/** The beginning of the lesson, to which somebody guides all eyes; and what she writes down when three hours have passed. */
export async function guidedLesson(room = "tour"): Promise<Lesson> {
  const lesson = await startLesson(room);
  const { transport, clock } = lesson;
  const user = { id: "dana", name: "Dana Petit", color: "#a14b00" };
  const guide = createRoomClient({ transport, clock, random: () => 0.5, room, isRecord: true, role: "admin", user });
  await lesson.advance(500);
  const self = guide.self.get();
  if (self) guide.send([presentation(self.member)]);
  for (let step = 0; step < STEPS; step += 1) {
    const [x, y, zoom] = PLACES[Math.floor((step / STEPS) * PLACES.length)] ?? [0, 0, 1];
    guide.send([{ type: "camera", camera: { page: FIRST_PAGE, x, y, zoom, w: 700, h: 440 } }]);
    guide.send([{ type: "cursor", cursor: { page: FIRST_PAGE, x: x + step * 4, y: y + 30 } }]);
    await lesson.advance(500);
  }
  lesson.close();
  await lesson.advance(QUIET_MS + 1000);
  clock.advance(BREAK_MS);
  await lesson.advance(100);
  const style = { page: FIRST_PAGE, order: "b0", color: "yellow", size: 0, fontSize: 24 };
  const note = { ...style, kind: "note", x: 560, y: 520, w: 200, h: 120, text: "To be read until Monday" } as const;
  guide.send([{ type: "shape.add", shape: { ...note, id: guide.newShapeId() } }]);
  await lesson.advance(1500);
  guide.close();
  await lesson.advance(100);
  clock.advance(QUIET_MS + 100);
  await lesson.advance(100);
  return lesson;
}
