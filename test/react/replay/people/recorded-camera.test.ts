import { expect, test } from "vitest";
import { FIRST_PAGE } from "../../../../src/board/board.js";
import { presentation } from "../../../../src/board/presenter.js";
import { recordedCamera, watchedMember } from "../../../../src/react/replay/people/recorded-camera.js";
import { WATCH_ALL, WATCH_PRESENTER, type Watched } from "../../../../src/react/replay/people/view-state.js";
import type { MemberId, PageId } from "../../../../src/signal/ids.js";
import { ANN, BEN, Log } from "../../../canvas/support/log.js";

const of = (user: string): Watched => ({ type: "participant", user });
const look = (log: Log, by: MemberId, x: number, page: PageId = FIRST_PAGE) =>
  log.add(by, { type: "camera", camera: { page, x, y: 0, zoom: 1, w: 800, h: 600 } });

function both(): Log {
  const log = new Log();
  log.join(ANN, "Ann");
  log.join(BEN, "Ben");
  look(log, ANN, 10);
  look(log, BEN, 20);
  return log;
}

test("a participant's is what they saw, and nobody's while they are away", () => {
  const log = both();
  expect(recordedCamera(log.board, of("Ben"))?.x).toBe(20);
  log.add(BEN, { type: "member.leave" });
  expect([watchedMember(log.board, of("Ben")), recordedCamera(log.board, of("Ben"))]).toEqual([null, null]);
  expect(recordedCamera(log.board, WATCH_ALL)).toBeNull();
});

test("the presenter's is that of whoever presents at the moment", () => {
  const log = both();
  expect(recordedCamera(log.board, WATCH_PRESENTER)).toBeNull();
  log.add(ANN, presentation(ANN));
  expect(recordedCamera(log.board, WATCH_PRESENTER)?.x).toBe(10);
  log.add(BEN, presentation(BEN));
  expect(recordedCamera(log.board, WATCH_PRESENTER)?.x).toBe(20);
  log.add(BEN, presentation(null));
  expect(recordedCamera(log.board, WATCH_PRESENTER)).toBeNull();
});

test("of two tabs of one person, the newest that has told where it looks counts", () => {
  const log = both();
  const tab = 9 as MemberId;
  log.add(tab, { type: "member.join", profile: { user: "Ann", name: "Ann", color: "red", role: "writer" } });
  expect(watchedMember(log.board, of("Ann"))).toBe(ANN);
  look(log, tab, 30);
  expect(recordedCamera(log.board, of("Ann"))?.x).toBe(30);
});

test("a camera on a page that is gone is none", () => {
  const log = both();
  look(log, ANN, 10, "gone" as PageId);
  expect(recordedCamera(log.board, of("Ann"))).toBeNull();
});
