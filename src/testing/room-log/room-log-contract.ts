import { afterEach, beforeEach, describe } from "vitest";
import { describeKeeping } from "./keeping.js";
import { openBench, type LogBench, type StoreUnderTest } from "./log-bench.js";
import { describeRooms } from "./rooms.js";
import { describeTape } from "./tape.js";
import { describeWriting } from "./writing.js";

/**
 * What every room log and its store do, as a vitest suite. Call it at the top of a test file.
 *
 * @param name the log's name, for the titles.
 * @param make makes a store for one test.
 */
export function roomLogContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`room log contract: ${name}`, () => {
    // One object for all tests, so that their groups can be given it before the first of them runs.
    const bench = {} as { -readonly [K in keyof LogBench]: LogBench[K] };
    beforeEach(async () => {
      Object.assign(bench, await openBench(await make()));
    });
    afterEach(() => bench.under.close());

    describeWriting(bench);
    describeKeeping(bench);
    describeTape(bench);
    describeRooms(bench);
  });
}
