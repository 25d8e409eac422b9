import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { plainBoard } from "../board/plain.js";
import { roomId, type ClientId } from "../signal/ids.js";
import type { JoinRequest } from "../signal/protocol.js";
import { decodeBlock } from "../tape/block.js";
import type { Transport } from "../transport/transport.js";
import { assetTests } from "./asset-tests.js";
import { Caller } from "./caller.js";
import { forkTests } from "./fork-tests.js";
import { cursor, marker, rectangle, stroke } from "./samples.js";

/** A transport with rooms behind it in which nothing has happened yet. */
export interface TransportUnderTest {
  readonly transport: Transport;
  /** Lets go of the rooms and of all that the transport holds. */
  close(): Promise<void>;
}

/**
 * What every transport does, as a vitest suite. Call it at the top of a test file.
 *
 * @param name the transport's name, for the titles.
 * @param make makes a transport for one test.
 */
export function transportContract(name: string, make: () => Promise<TransportUnderTest>): void {
  describe(`transport contract: ${name}`, () => {
    let under: TransportUnderTest;
    let callers: Caller[] = [];

    beforeEach(async () => {
      under = await make();
    });
    afterEach(async () => {
      for (const caller of callers) caller.close();
      callers = [];
      await under.close();
    });

    const call = (client: string, request: Partial<JoinRequest> = {}, board?: Caller["board"]) => {
      const { room = "room", ...rest } = request;
      const caller = new Caller(under.transport, room, { client: client as ClientId, ...rest }, board);
      callers.push(caller);
      return caller;
    };

    test("welcomes a new client with a number, its role and a board that it is on", async () => {
      const ada = call("ada");
      const welcome = await ada.welcome();
      expect(welcome).toMatchObject({ member: 1, role: "writer", clientSeq: 0 });
      expect(ada.board.members[welcome.member]).toMatchObject({ user: "ada", name: "Name of ada", role: "writer" });
    });

    test("tells nothing from inside connect, send and close", async () => {
      const ada = call("ada");
      expect(ada.heard).toEqual([]);
      await ada.welcome();
      const before = ada.heard.length;
      ada.say([marker("a")]);
      expect(ada.heard).toHaveLength(before);
      await ada.acknowledged();
      const after = ada.heard.length;
      ada.close();
      expect(ada.heard).toHaveLength(after);
    });

    test("gives a client its own signals back, in order and under its numbers", async () => {
      const ada = call("ada");
      const { member } = await ada.welcome();
      ada.say([marker("a"), marker("b")]);
      ada.say([marker("c")]);
      await ada.acknowledged();
      const own = ada.entries.filter(({ clientSeq }) => clientSeq > 0);
      expect(own.map(({ by, clientSeq, signal }) => [by, clientSeq, signal])).toEqual([
        [member, 1, marker("a")],
        [member, 2, marker("b")],
        [member, 3, marker("c")],
      ]);
    });

    test("gives everyone the same entries in the same order, without gaps", async () => {
      const [ada, bob] = [call("ada"), call("bob")];
      const [a, b] = [await ada.welcome(), await bob.welcome()];
      for (let count = 0; count < 5; count++) {
        ada.say(stroke(a.member, count));
        bob.say([cursor(count), rectangle(b.member, count)]);
      }
      await Promise.all([ada.acknowledged(), bob.acknowledged()]);
      const last = Math.max(ada.seq, bob.seq);
      await Promise.all([ada.reached(last), bob.reached(last)]);

      const first = Math.max(ada.entries[0]?.seq ?? 0, bob.entries[0]?.seq ?? 0);
      const common = (caller: Caller) => caller.entries.filter(({ seq }) => seq >= first);
      expect(common(ada)).toEqual(common(bob));
      expect(common(ada).map(({ seq }) => seq)).toEqual(Array.from({ length: last - first + 1 }, (_, i) => first + i));
      expect(plainBoard(ada.board)).toEqual(plainBoard(bob.board));
    });

    test("brings a client that comes late to the same board", async () => {
      const ada = call("ada");
      const { member } = await ada.welcome();
      ada.say([...stroke(member, 0), ...stroke(member, 1).slice(0, 2)]);
      await ada.acknowledged();
      const bob = call("bob");
      await bob.welcome();
      await Promise.all([bob.reached(ada.seq), ada.reached(bob.seq)]);
      expect(plainBoard(bob.board)).toEqual(plainBoard(ada.board));
    });

    test("keeps rooms apart", async () => {
      const [ada, bob] = [call("ada", { room: roomId("one") }), call("bob", { room: roomId("two") })];
      await Promise.all([ada.welcome(), bob.welcome()]);
      ada.say([marker("for one only")]);
      bob.say([marker("for two only")]);
      await Promise.all([ada.acknowledged(), bob.acknowledged()]);
      const labels = (caller: Caller) =>
        caller.entries.flatMap(({ signal }) => (signal.type === "marker" ? [signal.label] : []));
      expect(labels(ada)).toEqual(["for one only"]);
      expect(labels(bob)).toEqual(["for two only"]);
    });

    test("goes on from where a client that comes back had got to, with nothing lost or doubled", async () => {
      const [ada, bob] = [call("ada"), call("bob")];
      const { member } = await ada.welcome();
      await bob.welcome();
      ada.say([marker("before")]);
      await ada.acknowledged();
      const [board, after] = [ada.board, ada.seq];
      bob.say([marker("meanwhile")]);
      await bob.acknowledged();

      const again = call("ada", { after }, board);
      const welcome = await again.welcome();
      expect(welcome).toMatchObject({ member, clientSeq: 1, keyframe: null });
      again.say([marker("after")]);
      await again.acknowledged();
      await bob.reached(again.seq);
      expect(again.entries[0]?.seq).toBe(after + 1);
      expect(plainBoard(again.board)).toEqual(plainBoard(bob.board));
      expect(bob.entries.filter(({ signal }) => signal.type === "member.leave")).toEqual([]);
    });

    test("passes over signals that are in the log already", async () => {
      const ada = call("ada");
      await ada.welcome();
      ada.say([marker("a"), marker("b")]);
      await ada.acknowledged();
      ada.say([marker("b"), marker("c")], 2);
      await ada.acknowledged();
      const own = ada.entries.filter(({ clientSeq }) => clientSeq > 0);
      expect(own.map(({ signal }) => signal)).toEqual([marker("a"), marker("b"), marker("c")]);
    });

    test("sends away a client whose numbers have a gap, and nobody else", async () => {
      const [ada, bob] = [call("ada"), call("bob")];
      await Promise.all([ada.welcome(), bob.welcome()]);
      ada.say([marker("out of order")], 5);
      expect(await ada.closed()).toMatchObject({ code: "bad-signal", isRetryable: false });
      bob.say([marker("unharmed")]);
      await bob.acknowledged();
      expect(bob.entries.map(({ signal }) => signal)).not.toContainEqual(marker("out of order"));
    });

    test("lets a reader point, and sends it away when it draws", async () => {
      const [ada, bob] = [call("ada", { role: "reader" }), call("bob")];
      const { role, member } = await ada.welcome();
      await bob.welcome();
      expect(role).toBe("reader");
      ada.say([cursor(1)]);
      await bob.entry(({ by, signal }) => by === member && signal.type === "cursor");
      ada.say([rectangle(member, 0)]);
      expect(await ada.closed()).toMatchObject({ code: "read-only", isRetryable: false });
    });

    test("takes a client out at once when it closes, and tells it nothing more", async () => {
      const [ada, bob] = [call("ada"), call("bob")];
      const { member } = await ada.welcome();
      await bob.welcome();
      await ada.reached(bob.seq);
      const heard = ada.heard.length;
      ada.close();
      await bob.entry(({ by, signal }) => by === member && signal.type === "member.leave");
      expect(bob.board.members[member]).toBeUndefined();
      ada.say([marker("too late")]);
      bob.say([marker("afterwards")]);
      await bob.acknowledged();
      expect(ada.heard).toHaveLength(heard);
      expect(bob.entries.map(({ signal }) => signal)).not.toContainEqual(marker("too late"));
    });

    test("keeps only the newest connection of a client", async () => {
      const old = call("ada");
      const { member } = await old.welcome();
      const young = call("ada");
      expect((await young.welcome()).member).toBe(member);
      expect(await old.closed()).toMatchObject({ code: "denied", isRetryable: false });
      young.say([marker("still here")]);
      await young.acknowledged();
      expect(Object.keys(young.board.members)).toEqual([String(member)]);
    });

    test("has everything that was recorded on the tape, at once", async () => {
      const ada = call("ada");
      const { member } = await ada.welcome();
      ada.say([...stroke(member, 0), marker("here")]);
      await ada.acknowledged();
      const tape = under.transport.tape(roomId("room"));
      const timeline = await tape.timeline();
      expect(timeline.isLive).toBe(true);
      expect(timeline.markers.map(({ label }) => label)).toEqual(["here"]);
      expect(timeline.members.map(({ user }) => user)).toEqual(["ada"]);
      const blocks = await Promise.all(timeline.blocks.map((ref) => tape.block(ref)));
      const entries = blocks.flatMap(decodeBlock);
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: ada.seq }, (_, index) => index + 1));
      expect(entries.slice(-ada.entries.length)).toEqual(ada.entries);
    });

    test("answers not-found for the tape of a room that never was, and for parts that are not there", async () => {
      await expect(under.transport.tape(roomId("nowhere")).timeline()).rejects.toMatchObject({ code: "not-found" });
      await call("ada").welcome();
      const tape = under.transport.tape(roomId("room"));
      const far = { first: 1000, last: 1001, seq: 1000 } as never;
      await expect(tape.block(far)).rejects.toMatchObject({ code: "not-found" });
      await expect(tape.keyframe(far)).rejects.toMatchObject({ code: "not-found" });
    });

    forkTests({ transport: () => under.transport, call });

    assetTests({
      async store() {
        await call("ada").welcome();
        return under.transport.assets(roomId("room"));
      },
      other: () => under.transport.assets(roomId("nowhere")),
    });

    test("lists its rooms", async () => {
      expect(await under.transport.rooms()).toEqual([]);
      await call("ada", { room: roomId("recorded") }).welcome();
      await call("bob", { room: roomId("unrecorded"), isRecord: false }).welcome();
      const rooms = await under.transport.rooms();
      expect(rooms.map(({ room, isRecorded }) => [room, isRecorded]).sort()).toEqual([
        ["recorded", true],
        ["unrecorded", false],
      ]);
      for (const { entries, bytes } of rooms) expect(Math.min(entries, bytes)).toBeGreaterThan(0);
    });

    test("carries a batch as large as a frame may be", async () => {
      const ada = call("ada");
      await ada.welcome();
      const bytes = new Uint8Array(200_000).fill(7);
      ada.say(Array.from({ length: 5 }, () => ({ type: "unknown", code: 999, bytes }) as const));
      await ada.acknowledged();
      expect(ada.board.unknown).toBe(5);
      const signal = ada.entries.at(-1)?.signal;
      expect(
        signal?.type === "unknown" && signal.bytes.length === bytes.length && signal.bytes.every((byte) => byte === 7),
      ).toBe(true);
    });
  });
}
