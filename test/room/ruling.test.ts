import { describe, expect, test } from "vitest";
import { FIRST_PAGE } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { shapeId, type MemberId } from "../../src/signal/ids.js";
import type { Access, Signal } from "../../src/signal/signal.js";
import { cursor, marker, rectangle, stroke } from "../../src/testing/samples.js";
import { Lobby, settled } from "./lobby.js";

const lock = (isLocked: boolean): Signal => ({ type: "page.lock", id: FIRST_PAGE, isLocked });
const allow = (user: string, access: Access | undefined): Signal => ({ type: "access.set", user, access });

async function lesson() {
  const lobby = new Lobby();
  const teacher = await lobby.guest("teacher", { role: "admin" });
  const pupil = await lobby.guest("pupil");
  teacher.arrived();
  return { lobby, teacher, pupil };
}

describe("an admin who makes a writer a reader", () => {
  test("is obeyed at once: what comes from then on is not taken, and its author learns that it is settled", async () => {
    const { teacher, pupil } = await lesson();
    teacher.say([allow("pupil", "reader")]);
    await settled();
    pupil.say([marker("too late"), cursor(3)]);
    await settled();
    expect(teacher.news.map(({ by, clientSeq, signal }) => [by, clientSeq, signal])).toMatchObject([
      [teacher.member, 1, allow("pupil", "reader")],
      [pupil.member, 0, { type: "member.join", profile: { user: "pupil", role: "reader" } }],
      [pupil.member, 1, { type: "void", reason: "role" }],
      [pupil.member, 2, cursor(3)],
    ]);
    expect(pupil.isClosed).toBe(false);
    expect(pupil.board.members[pupil.member]?.role).toBe("reader");
  });

  test("is obeyed when the user comes back, on another tab too, and after the room was closed", async () => {
    const { lobby, teacher, pupil } = await lesson();
    teacher.say([allow("pupil", "reader")]);
    await settled();
    pupil.leave();
    await lobby.host.close();
    const later = new Lobby({ store: lobby.store });
    const user = { id: "pupil", name: "Pupil", color: "red" };
    expect((await later.guest("another tab", { user })).welcome.role).toBe("reader");
    expect((await later.guest("another")).welcome.role).toBe("writer");
  });

  test("can give back what was granted", async () => {
    const { teacher, pupil } = await lesson();
    teacher.say([allow("pupil", "reader"), allow("pupil", undefined)]);
    await settled();
    pupil.say([marker("again")]);
    await settled();
    expect(teacher.signals.at(-1)).toEqual(marker("again"));
    expect(pupil.board.access).toEqual({});
  });
});

test("an admin can make a reader a writer", async () => {
  const { lobby, teacher } = await lesson();
  const reader = await lobby.guest("reader", { role: "reader" });
  teacher.say([allow("reader", "writer")]);
  await settled();
  reader.say([marker("may I?")]);
  await settled();
  expect(teacher.signals.at(-1)).toEqual(marker("may I?"));
});

test("who is removed is told so, leaves the board, and does not get in again until it is allowed", async () => {
  const { lobby, teacher, pupil } = await lesson();
  teacher.say([allow("pupil", "none")]);
  await settled();
  expect(pupil.goodbye).toMatchObject({ code: "denied", isRetryable: false });
  expect(pupil.isClosed).toBe(true);
  expect(teacher.signals).toMatchObject([allow("pupil", "none"), { type: "member.leave" }]);
  expect((await lobby.guest("pupil")).goodbye).toMatchObject({ code: "denied", isRetryable: false });
  teacher.say([allow("pupil", undefined)]);
  await settled();
  expect((await lobby.guest("pupil")).welcome.role).toBe("writer");
});

test("who is removed in the very moment of coming in is out again", async () => {
  const { lobby, teacher } = await lesson();
  const late = lobby.visitor();
  teacher.say([allow("late", "none")]);
  late.join("late");
  await settled();
  expect(late.goodbye).toMatchObject({ code: "denied" });
  expect(Object.values(teacher.board.members).map(({ user }) => user)).not.toContain("late");
});

test("only admins rule: a writer who tries is cut, one who was an admin a moment ago is not", async () => {
  const { lobby, teacher, pupil } = await lesson();
  pupil.say([allow("teacher", "none")]);
  await settled();
  expect(pupil.goodbye).toMatchObject({ code: "read-only" });
  const second = await lobby.guest("second", { role: "admin" });
  teacher.say([allow("second", "writer")]);
  await settled();
  second.say([lock(true)]);
  await settled();
  expect(second.isClosed).toBe(false);
  expect(teacher.signals.at(-1)).toEqual({ type: "void", reason: "role" });
});

describe("a page that is locked", () => {
  test("is changed by admins only, and a stroke under way may end", async () => {
    const { teacher, pupil } = await lesson();
    pupil.say([rectangle(pupil.member, 1), ...stroke(pupil.member, 2).slice(0, 2)]);
    teacher.say([lock(true)]);
    await settled();
    const id = shapeId(pupil.member, 1);
    pupil.say([
      rectangle(pupil.member, 3),
      { type: "shapes.remove", ids: [id] },
      { type: "page.remove", id: FIRST_PAGE },
      ...stroke(pupil.member, 2).slice(2),
    ]);
    teacher.say([{ type: "shapes.move", ids: [id], dx: 5, dy: 0 }]);
    await settled();
    const refusals = teacher.news.filter(({ signal }) => signal.type === "void");
    expect(refusals.map(({ by, signal }) => [by, signal])).toEqual(
      Array(3).fill([pupil.member, { type: "void", reason: "locked" }]),
    );
    expect(shapeAt(pupil.board, id)).toMatchObject({ x: 15 });
    expect(shapeAt(pupil.board, shapeId(pupil.member, 2))).toMatchObject({ kind: "ink" });
  });

  test("can be unlocked", async () => {
    const { teacher, pupil } = await lesson();
    teacher.say([lock(true), lock(false)]);
    await settled();
    pupil.say([rectangle(pupil.member, 1)]);
    await settled();
    expect(shapeAt(teacher.board, shapeId(pupil.member, 1))).toBeDefined();
  });
});

test("one who may not record neither starts nor stops it", async () => {
  const lobby = new Lobby();
  const guest = lobby.visitor(() => ({ role: "writer", mayRecord: false }));
  guest.join("guest");
  await settled();
  guest.arrived();
  guest.say([{ type: "recording.set", on: true }]);
  await settled();
  expect(guest.signals).toEqual([{ type: "void", reason: "role" }]);
  expect(guest.board.isRecording).toBe(false);
});

test("nobody but the room says that nothing was taken", async () => {
  const { teacher } = await lesson();
  teacher.say([{ type: "void", reason: "role" }]);
  await settled();
  expect(teacher.goodbye).toMatchObject({ code: "bad-signal" });
  expect((teacher.member as MemberId) > 0).toBe(true);
});
