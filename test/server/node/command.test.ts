import { expect, test } from "vitest";
import { readCommand } from "../../../src/server/node/command.js";

const DEFAULTS = { type: "serve", port: 4280, host: "127.0.0.1", data: "./data" };

test.each([
  [[], DEFAULTS],
  [["serve"], DEFAULTS],
  [["serve", "--port", "0"], { ...DEFAULTS, port: 0 }],
  [
    ["--port=65535", "--host", "::", "--data", "/var/lib/inktape"],
    { type: "serve", port: 65535, host: "::", data: "/var/lib/inktape" },
  ],
  [["--help"], { type: "help" }],
  [["serve", "-h"], { type: "help" }],
  [["dance"], { type: "wrong", problem: '"dance" is no command of inktape.' }],
  [["serve", "twice"], { type: "wrong", problem: '"serve twice" is no command of inktape.' }],
  [["--port", "http"], { type: "wrong", problem: '"http" is no port.' }],
  [["--port", "65536"], { type: "wrong", problem: '"65536" is no port.' }],
  [["--port", "-1"], { type: "wrong", problem: expect.stringContaining("--port") }],
  [["--nonsense"], { type: "wrong", problem: expect.stringContaining("--nonsense") }],
])("%j", (args, command) => {
  expect(readCommand(args)).toEqual(command);
});
