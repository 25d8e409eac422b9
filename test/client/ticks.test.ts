import fc from "fast-check";
import { expect, test } from "vitest";

import { createRoomClient } from "../../src/client/create-room-client.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { INK_STRIDE, TICK_MS, tickOf, type InkPoints } from "../../src/signal/ink.js";
import type { Signal } from "../../src/signal/signal.js";
import { inkHeader } from "../board/log.js";
import { partsOf } from "../property/script.js";
import { scriptedTransport } from "./scripted.js";
import { append, cursor, marker, STROKE } from "./signals.js";

const begin: Signal = { type: "ink.begin", shape: inkHeader(0) };
const end: Signal = { type: "ink.end", id: STROKE };

/** A message on the line, and when it went. */
interface Message {
  readonly at: number;
  readonly signals: readonly Signal[];
}

/** A client that is in, on a line that remembers when what was said. */
function setUp() {
  const clock = virtualClock();
  const transport = scriptedTransport();
  const client = createRoomClient({ transport, room: "algebra", clock, random: () => 0.5 });
  transport.last.welcome();
  const messages: Message[] = [];
  /** Lets time go by, `ms` of it or a part of one more. */
  const pass = (ms: number) => {
    for (let left = ms; ; left -= 1) {
      for (const { signals } of transport.last.batches.splice(0)) messages.push({ at: clock.now(), signals });
      if (left <= 0) return;
      clock.advance(Math.min(1, left));
    }
  };
  const said = () => messages.flatMap(({ signals }) => signals);
  return { clock, client, pass, messages, said };
}

const typesOf = (messages: readonly Message[]) => messages.map(({ at, signals }) => [at, ...signals.map(nameOf)]);

/** A signal in a word; an append with the times of its points. */
function nameOf(signal: Signal): string {
  return signal.type === "ink.append" ? timesOf(signal.points).join(" ") : signal.type;
}

function timesOf(points: InkPoints): number[] {
  return Array.from(points.filter((_, at) => at % INK_STRIDE === 2));
}

/** The ticks of each `ink.append`, in order. */
function ticksOf(signals: readonly Signal[]): number[][] {
  return signals.flatMap((signal) =>
    signal.type === "ink.append" ? [[...new Set(timesOf(signal.points).map(tickOf))]] : [],
  );
}

/** One point of the stroke. */
const point = (t: number): Signal => append(1, t);

test("a pen that draws on sends one whole tick a message", () => {
  const { client, pass, messages } = setUp();
  client.send([begin, point(0)]);
  for (let t = 10; t < 150; t += 10) {
    pass(10);
    client.send([point(t)]);
  }
  client.send([end]);
  pass(100);
  expect(typesOf(messages)).toEqual([
    [0, "ink.begin"],
    [33, "0 10 20 30"],
    [99, "40 50 60"],
    [132, "70 80 90"],
    [165, "100 110 120 130", "140", "ink.end"],
  ]);
});

test("a pen that rests is one beat late", () => {
  const { client, pass, messages } = setUp();
  client.send([begin, point(0)]);
  pass(40);
  client.send([point(40)]);
  pass(400);
  expect(typesOf(messages)).toEqual([
    [0, "ink.begin"],
    [33, "0"],
    [99, "40"],
  ]);
});

test("what is held back goes with the next change, and with the end", () => {
  const { client, pass, messages, said } = setUp();
  client.send([begin, point(0)]);
  client.send([cursor(1), marker("m")]);
  pass(33);
  expect(typesOf(messages)).toEqual([
    [0, "ink.begin"],
    [33, "0", "cursor", "marker"],
  ]);
  client.send([point(40)]);
  client.close();
  pass(0);
  expect(ticksOf(said())).toEqual([[0], [1]]);
});

test("presence does not wait for ink that is held back", () => {
  const { client, pass, messages } = setUp();
  client.send([begin, point(0), cursor(1)]);
  pass(0);
  expect(typesOf(messages)).toEqual([[0, "ink.begin", "cursor"]]);
});

test("one tick that comes late, in pieces, is held once only", () => {
  const { client, pass, messages } = setUp();
  client.send([begin, point(0)]);
  pass(30);
  client.send([point(1)]);
  pass(30);
  client.send([point(2)]);
  pass(100);
  expect(typesOf(messages)).toEqual([
    [0, "ink.begin"],
    [33, "0 1"],
    [99, "2"],
  ]);
});

const steps = fc.array(
  fc.record({
    wait: fc.oneof(fc.nat(5), fc.nat(80)),
    what: fc.oneof(
      { weight: 6, arbitrary: fc.array(fc.nat(60), { maxLength: 6 }) },
      fc.constantFrom<Signal>(cursor(1), marker("m")),
    ),
  }),
  { maxLength: 60, size: "max" },
);

test("however a pen moves, an append is of one tick, nothing is lost or doubled, and messages are a beat apart", () => {
  fc.assert(
    fc.property(steps, (stream) => {
      const { client, pass, messages, said } = setUp();
      const done: Signal[] = [begin];
      client.send([begin]);
      let t = 0;
      for (const { wait, what } of stream) {
        pass(wait);
        const signals = Array.isArray(what) ? what.map((step) => point((t += step))) : [what as Signal];
        client.send(signals);
        done.push(...signals);
      }
      client.send([end]);
      pass(200);
      expect(partsOf(said())).toEqual(partsOf([...done, end]));
      expect(ticksOf(said()).filter((ticks) => ticks.length !== 1)).toEqual([]);
      const gaps = messages.slice(1).map(({ at }, index) => at - (messages[index] as Message).at);
      expect(gaps.filter((gap) => gap < TICK_MS)).toEqual([]);
    }),
  );
});

test("a pen that moves steadily sends each tick once, whenever the beats are", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 2 * TICK_MS, noNaN: true }),
      fc.double({ min: 1, max: TICK_MS, noNaN: true }),
      fc.integer({ min: 1, max: 80 }),
      (phase, every, count) => {
        const { client, clock, pass, messages, said } = setUp();
        // What the pen did before it came down sets the beat.
        client.send([cursor(1)]);
        pass(phase);
        const start = clock.now();
        client.send([begin, point(0)]);
        for (let index = 1; index < count; index++) {
          pass(start + index * every - clock.now());
          client.send([point(Math.round(index * every))]);
        }
        client.send([end]);
        pass(200);
        const ticks = ticksOf(said()).flat();
        expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b));
        const appends = messages.map(({ signals }) => ticksOf(signals).length);
        // Two where a beat and the end of a tick fall together.
        expect(Math.max(...appends.slice(0, -1), 0)).toBeLessThanOrEqual(2);
      },
    ),
  );
});
