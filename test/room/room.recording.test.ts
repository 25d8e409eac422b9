import { describe, expect, test } from "vitest";
import { plainBoard } from "../../src/board/plain.js";
import { cursor, marker, rectangle, stroke } from "../../src/testing/samples.js";
import { Lobby, ROOM, settled } from "./lobby.js";

describe("recording", () => {
  test("starts when the room is made by somebody who asks for it, whatever the role", async () => {
    const ada = await new Lobby().guest("ada", { role: "reader" });
    expect(ada.board.isRecording).toBe(true);
  });

  test("starts when a writer asks for it later, and not when a reader does", async () => {
    const lobby = new Lobby();
    const ada = await lobby.guest("ada", { isRecord: false });
    const bob = await lobby.guest("bob", { role: "reader" });
    const cy = await lobby.guest("cy");
    expect(ada.news.map(({ by, signal }) => [by, signal.type])).toEqual([
      [bob.member, "member.join"],
      [cy.member, "recording.set"],
      [cy.member, "member.join"],
    ]);
    expect([ada.board.isRecording, bob.board.isRecording]).toEqual([true, true]);
  });

  test("is not asked for again by those who are there already", async () => {
    const lobby = new Lobby();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.say([{ type: "recording.set", on: false }]);
    await settled();
    ada.session.lost();
    await lobby.guest("ada");
    expect(bob.signals).toEqual([{ type: "recording.set", on: false }]);
  });

  test("has stretches on the tape with keyframes before them, and nothing in between", async () => {
    const lobby = new Lobby();
    const ada = await lobby.guest("ada", { isRecord: false });
    ada.say([rectangle(ada.member, 0), { type: "recording.set", on: true }, marker("one")]);
    ada.say([{ type: "recording.set", on: false }, marker("unseen"), rectangle(ada.member, 1)]);
    ada.say([{ type: "recording.set", on: true }, marker("two")]);
    await lobby.pass(60_000);
    const tape = await lobby.host.tape(ROOM);
    const timeline = await tape?.timeline();
    expect(timeline?.markers.map(({ label }) => label)).toEqual(["one", "two"]);
    expect(timeline?.blocks.map(({ first, last, bytes }) => [first, last, bytes > 0])).toEqual([
      [3, 5, true],
      [8, 9, true],
    ]);
    expect(timeline?.keyframes.map(({ seq }) => seq)).toEqual([2, 7]);
  });
});

describe("activity spans", () => {
  test("a quiet room seals what it has, then runs no timer and writes nothing", async () => {
    const lobby = new Lobby({ quietMs: 30_000 });
    const ada = await lobby.guest("ada");
    ada.say(stroke(ada.member, 0));
    await lobby.pass(29_999);
    const blocks = async () => (await (await lobby.host.tape(ROOM))?.timeline())?.blocks ?? [];
    expect((await blocks()).map(({ bytes }) => bytes)).toEqual([0]);
    await lobby.pass(1);
    expect((await blocks())[0]?.bytes).toBeGreaterThan(0);
    expect(lobby.clock.waiting).toBe(0);
    const [before] = await lobby.store.list();
    await lobby.pass(3_600_000);
    expect((await lobby.store.list())[0]).toEqual(before);
  });

  test("a signal keeps the span open, and the next one after it opens another", async () => {
    const lobby = new Lobby({ quietMs: 30_000 });
    const ada = await lobby.guest("ada");
    const isLive = async () => (await (await lobby.host.tape(ROOM))?.timeline())?.isLive;
    await lobby.pass(20_000);
    ada.say([cursor(1)]);
    await lobby.pass(29_999);
    expect(await isLive()).toBe(true);
    await lobby.pass(1);
    expect(await isLive()).toBe(false);
    ada.say([cursor(2)]);
    await settled();
    expect(await isLive()).toBe(true);
  });

  test("a room that does not record is never live", async () => {
    const lobby = new Lobby();
    await lobby.guest("ada", { isRecord: false });
    expect((await (await lobby.host.tape(ROOM))?.timeline())?.isLive).toBe(false);
  });
});

describe("opening again", () => {
  test("finds the board as it was, open strokes and presence included", async () => {
    const first = new Lobby();
    const ada = await first.guest("ada");
    ada.say([...stroke(ada.member, 0), ...stroke(ada.member, 1).slice(0, 2), cursor(3)]);
    await settled();
    await first.host.close();
    const again = await new Lobby({ store: first.store }).guest("ada");
    expect(again.entries).toEqual([]);
    expect(plainBoard(again.board)).toEqual(plainBoard(ada.board));
  });

  test("seals what an abrupt end had left unsealed", async () => {
    const first = new Lobby();
    const ada = await first.guest("ada");
    ada.say([...stroke(ada.member, 0), marker("end")]);
    await settled();
    await first.host.close();
    const second = new Lobby({ store: first.store });
    await second.guest("bob");
    await second.pass(10_000);
    await second.pass(30_000);
    const timeline = await (await second.host.tape(ROOM))?.timeline();
    expect(timeline?.blocks.every(({ bytes }) => bytes > 0)).toBe(true);
    expect(timeline?.blocks.at(0)?.first).toBe(1);
    expect(timeline?.blocks.at(-1)?.last).toBe((await second.store.list())[0]?.entries);
  });
});
