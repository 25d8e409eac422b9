import { describe, expect, test } from "vitest";
import { plainBoard } from "../../src/board/plain.js";
import { shapeAt } from "../../src/board/leaves.js";
import { shapeId, type Seq } from "../../src/signal/ids.js";
import { LIMITS } from "../../src/signal/limits.js";
import { cursor, marker, stroke } from "../../src/testing/samples.js";
import { Lobby, settled, START } from "./lobby.js";

describe("members", () => {
  test("a member whose connection is lost keeps its place for the grace time, without a word in the log", async () => {
    const lobby = new Lobby({ graceMs: 10_000 });
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.session.lost();
    await lobby.pass(9_999);
    const again = await lobby.guest("ada", { after: ada.board.seq });
    await lobby.pass(60_000);
    expect(again.member).toBe(ada.member);
    expect(bob.news).toEqual([]);
    expect(again.entries).toEqual([]);
  });

  test("a member that does not come back leaves when the grace time is over", async () => {
    const lobby = new Lobby({ graceMs: 10_000 });
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.session.lost();
    await lobby.pass(9_999);
    expect(bob.news).toEqual([]);
    await lobby.pass(1);
    expect(bob.news).toMatchObject([{ by: ada.member, at: START + 10_000, signal: { type: "member.leave" } }]);
  });

  test("a member that comes back too late joins anew, under its old number", async () => {
    const lobby = new Lobby();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.session.lost();
    await lobby.pass(10_000);
    const again = await lobby.guest("ada");
    expect(again.member).toBe(ada.member);
    expect(bob.signals.map(({ type }) => type)).toEqual(["member.leave", "member.join"]);
  });

  test("a member that leaves is out at once, and its open stroke is finished", async () => {
    const lobby = new Lobby();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.say(stroke(ada.member, 0).slice(0, 3));
    ada.leave();
    await settled();
    const { board } = bob;
    expect(ada.isClosed).toBe(true);
    expect(board.members[ada.member]).toBeUndefined();
    expect(board.active).toEqual({});
    expect(shapeAt(board, shapeId(ada.member, 0))).toMatchObject({ kind: "ink" });
  });

  test("a member that comes back under another name says so in the log", async () => {
    const lobby = new Lobby();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.session.lost();
    await lobby.guest("ada", { user: { id: "ada", name: "Countess", color: "red" } });
    expect(bob.signals).toMatchObject([{ type: "member.join", profile: { name: "Countess", color: "red" } }]);
  });

  test("of two connections of one client the newer stays, and the member with it", async () => {
    const lobby = new Lobby();
    const [old, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    const young = await lobby.guest("ada");
    expect(old.goodbye).toMatchObject({ code: "denied", isRetryable: false });
    old.session.lost();
    await lobby.pass(60_000);
    young.say([marker("here")]);
    await settled();
    expect(bob.signals).toEqual([marker("here")]);
  });

  test("two connections of one client that come at the same moment make one member", async () => {
    const lobby = new Lobby();
    const [first, second] = [lobby.visitor(), lobby.visitor()];
    first.join("ada");
    second.join("ada");
    await settled();
    expect(first.goodbye).toMatchObject({ code: "denied" });
    second.say([marker("here")]);
    await settled();
    expect(second.signals.at(-1)).toEqual(marker("here"));
    expect(Object.keys(second.board.members)).toEqual([String(second.member)]);
  });

  test("a client that leaves while it is on its way in leaves nothing behind", async () => {
    const lobby = new Lobby();
    const bob = await lobby.guest("bob");
    const ada = lobby.visitor();
    ada.join("ada");
    ada.leave();
    await settled();
    expect(ada.isClosed).toBe(true);
    expect(Object.keys(bob.board.members)).toEqual([String(bob.member)]);
  });

  test("members that are on the board when a room is opened again have the grace time to come back", async () => {
    const first = new Lobby();
    await first.guest("ada");
    await first.guest("bob");
    await first.host.close();

    const second = new Lobby({ store: first.store });
    const bob = await second.guest("bob");
    expect(Object.keys(bob.board.members)).toEqual(["1", "2"]);
    await second.pass(10_000);
    expect(bob.news).toMatchObject([{ by: 1, signal: { type: "member.leave" } }]);
  });
});

describe("fan-out", () => {
  test("gives everyone the very same bytes", async () => {
    const lobby = new Lobby();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    const before = [ada.bytes.length, bob.bytes.length];
    ada.say([marker("a")]);
    await settled();
    expect(ada.bytes.length).toBeGreaterThan(before[0] ?? 0);
    expect(ada.bytes.at(-1)).toBe(bob.bytes.at(-1));
  });

  test("cuts more entries than a frame may hold into several", async () => {
    const lobby = new Lobby({ recent: 10_000 });
    const ada = await lobby.guest("ada");
    const many = Array.from({ length: LIMITS.frameSignals }, (_, x) => cursor(x));
    ada.say(many);
    ada.say(many);
    await settled();
    const late = await lobby.guest("bob", { after: 2 as Seq });
    expect(ada.news).toHaveLength(2 * many.length + 1);
    expect(late.welcome.keyframe).toBeNull();
    expect(late.entries).toEqual(ada.news);
  });
});

describe("coming back", () => {
  test("within what is held, the entries follow that were missed", async () => {
    const lobby = new Lobby({ recent: 4 });
    const ada = await lobby.guest("ada");
    ada.say([marker("1"), marker("2"), marker("3"), marker("4")]);
    await settled();
    const after = (ada.entries.at(-1)?.seq ?? 0) - 4;
    const again = await lobby.guest("ada", { after: after as Seq });
    expect(again.welcome.keyframe).toBeNull();
    expect(again.entries).toEqual(ada.entries.slice(-4));
  });

  test("from too far back, a board comes that leads to the same end", async () => {
    const lobby = new Lobby({ recent: 4 });
    const ada = await lobby.guest("ada");
    for (let count = 0; count < 5; count++) ada.say(stroke(ada.member, count));
    await settled();
    const again = await lobby.guest("ada", { after: 1 as Seq });
    expect(again.welcome).toMatchObject({ clientSeq: 20 });
    expect(plainBoard(again.board)).toEqual(plainBoard(ada.board));
  });

  test("with a place that the room has not reached, a board comes", async () => {
    const lobby = new Lobby();
    const ada = await lobby.guest("ada", { after: 99 as Seq });
    expect(ada.board.members).toHaveProperty(String(ada.member));
  });

  test("what a client sends again is logged once", async () => {
    const lobby = new Lobby();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.say([marker("a"), marker("b")]);
    ada.session.lost();
    const again = lobby.visitor();
    again.join("ada");
    await settled();
    expect(again.welcome.clientSeq).toBe(2);
    again.say([marker("a"), marker("b"), marker("c")], 1);
    await settled();
    expect(bob.signals).toEqual([marker("a"), marker("b"), marker("c")]);
  });

  test("a joining client gets the cached board and what came after it", async () => {
    const lobby = new Lobby();
    const ada = await lobby.guest("ada");
    ada.say(stroke(ada.member, 0));
    await settled();
    const bob = await lobby.guest("bob");
    expect(bob.welcome.keyframe).toEqual(ada.welcome.keyframe);
    expect(bob.entries.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7]);
  });
});

describe("what may not be", () => {
  test("a frame with one bad signal is refused whole, and only its sender is sent away", async () => {
    const lobby = new Lobby();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.say([marker("good"), { type: "member.leave" }]);
    await settled();
    expect(ada.goodbye).toMatchObject({ code: "bad-signal", isRetryable: false });
    expect(ada.isClosed).toBe(true);
    expect(bob.signals).toEqual([{ type: "member.leave" }]);
    bob.say([marker("unharmed")]);
    await settled();
    expect(bob.signals).toContainEqual(marker("unharmed"));
  });

  test("numbers with a gap are refused, and repeats are not", async () => {
    const lobby = new Lobby();
    const ada = await lobby.guest("ada");
    ada.say([marker("a"), marker("b")]);
    ada.say([marker("b")], 2);
    await settled();
    expect(ada.goodbye).toBeUndefined();
    ada.say([marker("d")], 4);
    await settled();
    expect(ada.goodbye).toMatchObject({ code: "bad-signal" });
    expect(ada.signals).toEqual([marker("a"), marker("b")]);
  });
});
