import { describe, expect, test } from "vitest";
import { readCommand } from "../../../src/server/node/command.js";
import { USAGE } from "../../../src/server/node/usage.js";

const DEFAULTS = {
  type: "serve",
  port: 4280,
  host: "127.0.0.1",
  data: "./data",
  quietMs: 30_000,
  tokens: undefined,
  isProxied: false,
  origins: [],
  tlsFiles: undefined,
  metricsPort: undefined,
  logLevel: "info",
  drainMs: 10_000,
  sync: "full",
  retention: undefined,
  webhooks: [],
};
const TOKEN = { secret: "s", room: "r", role: "reader", expiresIn: 3600, record: false, replay: true };
const EIGHT = Date.parse("2026-11-22T08:00Z");
const ALWAYS = Number.MAX_SAFE_INTEGER;
const EXPORT = { type: "export", room: "r", origin: { data: "./data" }, range: null, out: "a.inktape" };

test.each([
  [[], DEFAULTS],
  [["serve"], DEFAULTS],
  [["serve", "--port", "0"], { ...DEFAULTS, port: 0 }],
  [["serve", "--quiet", "5"], { ...DEFAULTS, quietMs: 5000 }],
  [
    ["--port=65535", "--host", "::", "--data", "/var/lib/inktape"],
    { ...DEFAULTS, port: 65535, host: "::", data: "/var/lib/inktape" },
  ],
  [["--secret", "s"], { ...DEFAULTS, tokens: { secret: "s" } }],
  [["--jwks", "https://h/keys"], { ...DEFAULTS, tokens: { jwks: "https://h/keys" } }],
  [["--origins", "https://a, https://b"], { ...DEFAULTS, origins: ["https://a", "https://b"] }],
  [["--proxied"], { ...DEFAULTS, isProxied: true }],
  [["--tls-cert", "c.pem", "--tls-key", "k.pem"], { ...DEFAULTS, tlsFiles: { cert: "c.pem", key: "k.pem" } }],
  [["--metrics-port", "0", "--log-level", "warn"], { ...DEFAULTS, metricsPort: 0, logLevel: "warn" }],
  [["--drain", "60"], { ...DEFAULTS, drainMs: 60_000 }],
  [["--keep-days", "30"], { ...DEFAULTS, retention: { days: 30 } }],
  [["--keep-bytes", "2G"], { ...DEFAULTS, retention: { bytesPerRoom: 2 ** 31 } }],
  [
    ["--webhook", "https://h/", "--webhook-secret", "s"],
    { ...DEFAULTS, webhooks: [{ url: "https://h/", secret: "s" }] },
  ],
  [["token", "--secret", "s", "--room", "r"], { type: "token", token: TOKEN }],
  [
    [
      "token",
      "--secret=s",
      "--room=c-*",
      "--role=admin",
      "--user=u",
      "--name=Ada",
      "--expires=8h",
      "--record",
      "--no-replay",
    ],
    {
      type: "token",
      token: {
        ...TOKEN,
        room: "c-*",
        role: "admin",
        user: "u",
        name: "Ada",
        expiresIn: 28_800,
        record: true,
        replay: false,
      },
    },
  ],
  [
    ["export", "--room", "r", "--url", "http://h", "--token", "t", "a.inktape"],
    { ...EXPORT, origin: { url: "http://h", token: "t" } },
  ],
  [["export", "--room", "r", "a.inktape"], EXPORT],
  [["export", "a.inktape", "--data", "d", "--room", "r"], { ...EXPORT, origin: { data: "d" } }],
  [["export", "--room", "r", "--url", "http://h", "a.inktape"], { ...EXPORT, origin: { url: "http://h" } }],
  [
    ["export", "--room", "r", "--from", "2026-11-22T08:00Z", "a.inktape"],
    { ...EXPORT, range: { from: EIGHT, to: ALWAYS } },
  ],
  [["export", "--room", "r", "--to", String(EIGHT), "a.inktape"], { ...EXPORT, range: { from: 0, to: EIGHT } }],
  [["import", "a.inktape", "--room", "r"], { type: "import", file: "a.inktape", room: "r", data: "./data" }],
  [["inspect", "a.inktape"], { type: "inspect", file: "a.inktape" }],
  [["verify", "a.inktape"], { type: "verify", file: "a.inktape" }],
  [
    ["trim", "--from", "5", "--to", "7", "a.inktape", "b.inktape"],
    { type: "trim", range: { from: 5, to: 7 }, file: "a.inktape", out: "b.inktape" },
  ],
  [["--help"], { type: "help" }],
  [["serve", "-h"], { type: "help" }],
  [["trim", "--help"], { type: "help" }],
])("%j", (args, command) => {
  expect(readCommand(args)).toEqual(command);
});

describe("the environment", () => {
  test("says what the words do not", () => {
    const environment = { INKTAPE_PORT: "80", INKTAPE_SECRET: "s", INKTAPE_ORIGINS: "", INKTAPE_ROOM: "r", PATH: "/" };
    expect(readCommand([], environment)).toEqual({ ...DEFAULTS, port: 80, tokens: { secret: "s" } });
    expect(readCommand(["--port", "81"], environment)).toMatchObject({ port: 81 });
    expect(readCommand(["token"], environment)).toEqual({ type: "token", token: TOKEN });
  });

  test("says what stands in names of several words", () => {
    const environment = { INKTAPE_METRICS_PORT: "9100", INKTAPE_LOG_LEVEL: "error", INKTAPE_DRAIN: "5" };
    const files = { INKTAPE_TLS_CERT: "c", INKTAPE_TLS_KEY: "k" };
    expect(readCommand([], { ...environment, ...files })).toEqual({
      ...DEFAULTS,
      metricsPort: 9100,
      logLevel: "error",
      drainMs: 5000,
      tlsFiles: { cert: "c", key: "k" },
    });
  });

  test("sets flags, and is told when it is wrong", () => {
    const environment = { INKTAPE_SECRET: "s", INKTAPE_ROOM: "r", INKTAPE_RECORD: "1", INKTAPE_NO_REPLAY: "false" };
    expect(readCommand(["token"], environment)).toEqual({ type: "token", token: { ...TOKEN, record: true } });
    expect(readCommand([], { INKTAPE_PORT: "http" })).toEqual({ type: "wrong", problem: '"http" is no port.' });
  });
});

describe("wrong use is told in a sentence", () => {
  test.each([
    [["token", "--room", "r"], "token needs --secret."],
    [["token", "--secret", "s", "--room", "r", "--role", "owner"], '"owner" is no role.'],
    [["token", "--secret", "s", "--room", "r", "--expires", "soon"], expect.stringContaining('"soon" is no time')],
    [["--secret", "s", "--jwks", "u"], "serve takes --secret or --jwks, not both."],
    [["dance"], '"dance" is no command of inktape.'],
    [["toString"], '"toString" is no command of inktape.'],
    [["serve", "twice"], '"serve twice" is no command of inktape.'],
    [["--port", "http"], '"http" is no port.'],
    [["--port", "65536"], '"65536" is no port.'],
    [["--port", "-1"], expect.stringContaining("--port")],
    [["--nonsense"], expect.stringContaining("--nonsense")],
    [["serve", "--room", "r"], "--room means nothing to serve."],
    [["--tls-cert", "c.pem"], "--tls-cert and --tls-key go together."],
    [["--metrics-port", "high"], '"high" is no port.'],
    [["--log-level", "loud"], expect.stringContaining('"loud" is no level of the log')],
    [["--drain", "0"], '"0" is no number of seconds from 1.'],
    [["--keep-days", "0"], '"0" is no number of days from 1.'],
    [["--keep-bytes", "much"], '"much" is no number of bytes, like 500M or 2G.'],
    [["--webhook", "https://h/"], "--webhook and --webhook-secret go together."],
    [["serve", "--quiet", "soon"], '"soon" is no number of seconds from 1.'],
    [["export", "a.inktape"], "export needs --room."],
    [["export", "--room", "r"], "export needs the file to write."],
    [["export", "--room", "r", "--data", "d", "--url", "u", "a"], "export takes --data or --url, not both."],
    [["export", "--room", "r", "a", "b"], '"b" is too much for export.'],
    [["export", "--room", "r", "--from", "noon", "a"], expect.stringContaining('"noon" is no time')],
    [["export", "--room", "r", "--from", "1.5", "a"], expect.stringContaining('"1.5" is no time')],
    [["import", "--room", "r"], "import needs the file to read."],
    [["import", "a"], "import needs --room."],
    [["trim", "a", "b"], "trim needs --from, --to or both."],
    [["trim", "--from", "9", "--to", "7", "a", "b"], "--to 7 is before --from 9."],
    [["trim", "--from", "9", "a"], "trim needs the file to write."],
    [["verify"], "verify needs the file to read."],
  ])("%j", (args, problem) => {
    expect(readCommand(args)).toEqual({ type: "wrong", problem });
  });
});

test("the usage names every command", () => {
  for (const name of ["serve", "export", "import", "inspect", "trim", "verify"]) expect(USAGE).toContain(`\n  ${name}`);
});
