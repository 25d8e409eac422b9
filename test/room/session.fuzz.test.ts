import fc from "fast-check";
import { expect, test } from "vitest";
import { plainBoard } from "../../src/board/plain.js";
import { isInktapeError } from "../../src/signal/errors.js";
import { shapeId, type MemberId, type ShapeId } from "../../src/signal/ids.js";
import type { ClientFrame } from "../../src/signal/protocol.js";
import { decodeClientFrame, encodeClientFrame } from "../../src/signal/wire/frames.js";
import { cursor, marker, rectangle, stroke } from "../../src/testing/samples.js";
import { Lobby, ROOM, settled, type Visitor } from "./lobby.js";

/** Frames that an honest member 2 could send, to be spoilt. */
const honest: readonly ClientFrame[] = [
  { type: "signals", batch: { first: 1, signals: [...stroke(2 as MemberId, 0), cursor(4), marker("m")] } },
  {
    type: "signals",
    batch: { first: 1, signals: [rectangle(2 as MemberId, 1), { type: "state.set", key: "k", value: [1] }] },
  },
  {
    type: "signals",
    batch: { first: 1, signals: [{ type: "shapes.remove", ids: [shapeId(1 as MemberId, 0)] as ShapeId[] }] },
  },
  {
    type: "join",
    request: {
      room: ROOM,
      client: "bob" as never,
      user: { id: "b", name: "B", color: "red" },
      role: "writer",
      isRecord: true,
      after: null,
    },
  },
  { type: "leave" },
];

const garbage = fc.uint8Array({ maxLength: 400 });

const spoilt = fc
  .record({
    bytes: fc.constantFrom(...honest).map(encodeClientFrame),
    flips: fc.array(fc.record({ at: fc.nat(), to: fc.nat(255) }), { minLength: 1, maxLength: 6 }),
    cut: fc.option(fc.nat(), { freq: 3 }),
  })
  .map(({ bytes, flips, cut }) => {
    const copy = bytes.slice();
    for (const { at, to } of flips) copy[at % copy.length] = to;
    return cut === null ? copy : copy.slice(0, cut % copy.length);
  });

/** Whether the frame is one that a client may send, whatever it then means to the room. */
function isReadable(bytes: Uint8Array): boolean {
  try {
    decodeClientFrame(bytes);
    return true;
  } catch (error) {
    if (isInktapeError(error)) return false;
    throw error;
  }
}

async function innocent(lobby: Lobby): Promise<Visitor> {
  const ada = await lobby.guest("ada");
  ada.say([...stroke(ada.member, 0), rectangle(ada.member, 1)]);
  await settled();
  return ada;
}

test("bytes that are no frame change no board, and close only the connection they came on", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(garbage, spoilt), fc.boolean(), async (bytes, isIn) => {
      fc.pre(!isReadable(bytes));
      const lobby = new Lobby();
      const ada = await innocent(lobby);
      const guilty = isIn ? await lobby.guest("bob") : lobby.visitor();
      const { members: _, presence: __, seq: ___, ...before } = ada.board;
      guilty.session.receive(bytes);
      await settled();

      expect(guilty.isClosed).toBe(true);
      expect(["bad-bytes", "too-large", "unsupported-version", "bad-argument"]).toContain(guilty.goodbye?.code);
      expect(guilty.goodbye).toMatchObject({ isRetryable: false });
      expect(guilty.goodbye?.message).toMatch(/^[A-Z"].{20,}[.?]$/s);
      const { members, presence: ____, seq: _____, ...after } = ada.board;
      expect(plainBoard(after as never)).toEqual(plainBoard(before as never));
      expect(Object.keys(members)).toEqual([String(ada.member)]);
      await expectAlive(ada);
      await lobby.host.close();
    }),
  );
});

test("whatever a member sends, the others go on, and all see the same board", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(spoilt, garbage), { maxLength: 5 }), async (frames) => {
      const lobby = new Lobby();
      const ada = await innocent(lobby);
      const guilty = await lobby.guest("bob");
      for (const bytes of frames) guilty.session.receive(bytes);
      await settled();
      expect(lobby.failures).toEqual([]);
      await expectAlive(ada);
      const cy = await lobby.guest("cy");
      expect(plainBoard(cy.board)).toEqual(plainBoard(ada.board));
      await lobby.host.close();
    }),
  );
});

async function expectAlive(visitor: Visitor): Promise<void> {
  visitor.say([marker("alive")]);
  await settled();
  expect(visitor.isClosed).toBe(false);
  expect(visitor.signals.at(-1)).toEqual(marker("alive"));
}
