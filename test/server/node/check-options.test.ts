import { expect, test } from "vitest";
import { memoryStore } from "../../../src/room/memory-store.js";
import { virtualClock } from "../../../src/clock/virtual.js";
import { checkOptions } from "../../../src/server/node/check-options.js";
import { DEFAULT_LIMITS } from "../../../src/server/node/limits.js";

test.each<[object, string]>([
  [{ port: -1 }, 'The server\'s option "port" must be a port, from 0 to 65535, and is -1.'],
  [{ port: 65_536 }, "65536"],
  [{ port: 80.5 }, "80.5"],
  [{ port: "80" }, "a string"],
  [{ metricsPort: Number.NaN }, "NaN"],
  [{ host: "" }, "an empty text"],
  [{ data: 7 }, '"data"'],
  [{ quietMs: -1 }, '"quietMs"'],
  [{ graceMs: "soon" }, '"graceMs"'],
  [{ drainMs: 2 ** 31 }, '"drainMs"'],
  [{ commitGapMs: 1001 }, "milliseconds, from 0 to 1000"],
  [{ limits: { patienceMs: "long" } }, '"limits"'],
  [{ limits: { signals: { perSecond: 0, burst: 1 } } }, '"limits"'],
  [{ limits: 5 }, "and is 5."],
  [{ origins: "https://a.example" }, '"origins"'],
  [{ tokens: {} }, '"tokens"'],
  [{ tls: { cert: "x" } }, "another object"],
  [{ store: {} }, '"store"'],
  [{ log: "console" }, '"log"'],
  [{ roomClass: "school" }, '"roomClass"'],
  [{ isProxied: "yes" }, '"isProxied"'],
  [{ clock: null }, "null"],
])("no server is made of %j", (options, words) => {
  expect(() => checkOptions(options)).toThrow(
    expect.objectContaining({ code: "bad-argument", message: expect.stringContaining(words) }),
  );
});

test("what is wrong may be a secret, and is not told", () => {
  expect(() => checkOptions({ tls: { cert: "", key: "s3cret" } })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining("s3cret") }),
  );
  expect(() => checkOptions({ host: 5, tokens: "s3cret" } as never)).toThrow(/"host"/);
  expect(() => checkOptions({ tokens: "s3cret" } as never)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining("s3cret") }),
  );
});

test("everything that a server can be made of passes, and names that it does not know", () => {
  const clock = virtualClock(0);
  const options = {
    port: 0,
    host: "::",
    data: "./data",
    store: memoryStore(clock),
    site: "./site",
    tokens: { jwks: new URL("https://keys.example") },
    authorize: () => "reader" as const,
    origins: [],
    limits: { ...DEFAULT_LIMITS, patienceMs: Infinity, bytes: undefined },
    isProxied: false,
    quietMs: 0,
    graceMs: 1.5,
    drainMs: 1,
    commitGapMs: 0,
    tls: { cert: "c", key: "k" },
    metricsPort: 65_535,
    roomClass: () => "school",
    clock,
    log: console,
    somethingElse: 5,
  };
  expect(() => checkOptions(options as never)).not.toThrow();
  expect(() => checkOptions({ port: undefined, log: () => undefined })).not.toThrow();
});
