import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { cachedTape } from "../../../src/react/queries/cached-tape.js";
import { queryKeys } from "../../../src/react/queries/query-keys.js";
import { roomId, type Seq } from "../../../src/signal/ids.js";
import type { TapeSource } from "../../../src/tape/tape-source.js";
import type { Timeline } from "../../../src/tape/timeline.js";
import type { Transport } from "../../../src/transport/transport.js";

const ROOM = roomId("algebra");
const [first, last] = [1 as Seq, 9 as Seq];
const timeline = { room: ROOM } as Timeline;

/** A transport that writes down what it is asked for; blocks come when `bring` is called. */
function slowTransport() {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const tape: TapeSource = {
    timeline: () => (asked.push("timeline"), Promise.resolve(timeline)),
    block: (ref) => {
      asked.push(`block ${ref.first}`);
      return new Promise((resolve) => waiting.push(() => resolve(new Uint8Array([1]))));
    },
    part: () => Promise.reject(new Error("none")),
    keyframe: () => Promise.reject(new Error("none")),
  };
  const transport = { tape: () => tape } as unknown as Transport;
  return { transport, asked, bring: () => waiting.splice(0).forEach((resolve) => resolve()) };
}

test("a block that two players want is fetched once, and the index every time", async () => {
  const { transport, asked, bring } = slowTransport();
  const queries = new QueryClient();
  const [one, other] = [cachedTape(transport, ROOM, queries), cachedTape(transport, ROOM, queries)];
  const both = Promise.all([one.block({ first, last }), other.block({ first, last })]);
  bring();
  expect(await both).toEqual([new Uint8Array([1]), new Uint8Array([1])]);
  expect(await one.block({ first, last })).toEqual(new Uint8Array([1]));
  await one.timeline();
  await other.timeline();
  expect(asked).toEqual(["block 1", "timeline", "timeline"]);
  expect(queries.getQueryData(queryKeys.timeline(transport, ROOM))).toBe(timeline);
});

test("who gives up stops waiting; the block still comes for the others", async () => {
  const { transport, asked, bring } = slowTransport();
  const tape = cachedTape(transport, ROOM, new QueryClient());
  const leaving = new AbortController();
  const given = tape.block({ first, last }, leaving.signal);
  const kept = tape.block({ first, last });
  leaving.abort();
  await expect(given).rejects.toMatchObject({ name: "AbortError" });
  bring();
  expect(await kept).toEqual(new Uint8Array([1]));
  expect(asked).toEqual(["block 1"]);
});

test("rooms of the same name on two transports are kept apart", () => {
  const [one, other] = [slowTransport().transport, slowTransport().transport];
  expect(queryKeys.timeline(one, ROOM)).not.toEqual(queryKeys.timeline(other, ROOM));
  expect(queryKeys.timeline(one, ROOM)).toEqual(queryKeys.timeline(one, ROOM));
});
