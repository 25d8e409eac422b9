import { expect, test } from "vitest";

import { createConnectionLoop } from "../../src/client/connection-loop.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { InktapeError } from "../../src/signal/errors.js";
import { roomId, type ClientId, type Seq } from "../../src/signal/ids.js";
import { scriptedTransport } from "./scripted.js";
import { marker } from "./signals.js";

function setUp(random = () => 0) {
  const clock = virtualClock();
  const transport = scriptedTransport();
  const told: string[] = [];
  let tries = 0;
  const loop = createConnectionLoop({
    transport,
    clock,
    random,
    request: () => ({
      room: roomId("algebra"),
      client: "anna" as ClientId,
      user: { id: "7", name: "Anna", color: "#123456" },
      role: "writer",
      isRecord: false,
      after: tries++ as Seq,
    }),
    onWelcome: () => told.push("welcome"),
    onEntries: (entries) => told.push(`${entries.length} entries`),
    onThinned: (entries) => told.push(`${entries.length} thinned`),
    onChange: () => told.push(loop.phase.state),
  });
  return { clock, transport, loop, told };
}

test("it passes on what the line says, and tells of each change of phase", () => {
  const { clock, transport, told } = setUp();
  transport.last.welcome();
  transport.last.entries(0, [marker("a"), marker("b")]);
  transport.last.breaks();
  clock.advance(250);
  expect(told).toEqual(["welcome", "2 entries", "offline", "connecting"]);
});

test("every try asks anew", () => {
  const { clock, transport } = setUp();
  for (let times = 0; times < 3; times++) {
    transport.last.breaks();
    clock.advance(250);
  }
  expect(transport.lines.map(({ request }) => request.after)).toEqual([0, 1, 2, 3]);
});

test("the waits between tries are those of the back-off", () => {
  const { clock, transport } = setUp(() => 1);
  const waits: number[] = [];
  for (let times = 0; times < 8; times++) {
    const before = clock.now();
    const lines = transport.lines.length;
    transport.last.breaks();
    while (transport.lines.length === lines) clock.advance(50);
    waits.push(clock.now() - before);
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
});

test("batches go only while it is online", () => {
  const { transport, loop } = setUp();
  const batch = { first: 1, signals: [marker("a")] };
  loop.send(batch);
  transport.last.welcome();
  loop.send(batch);
  transport.last.breaks();
  loop.send(batch);
  expect(transport.last.batches).toEqual([batch]);
});

test("a line that is abandoned is closed and not heard any more", () => {
  const { clock, transport, loop, told } = setUp();
  const [line] = [transport.last];
  line.welcome();
  loop.abandon(new InktapeError("offline", "Dead."));
  line.entries(0, [marker("a")]);
  line.breaks({ isRetryable: false });
  clock.advance(250);
  expect([line.isClosed, transport.lines.length]).toEqual([true, 2]);
  expect(told).toEqual(["welcome", "offline", "connecting"]);
});

test("a welcome that comes twice is heard once", () => {
  const { transport, told } = setUp();
  transport.last.welcome();
  transport.last.welcome();
  expect(told).toEqual(["welcome"]);
});
