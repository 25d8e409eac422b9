import { expect, test } from "vitest";
import { isAllowedOrigin, isMeantForHere } from "../../../src/server/node/origin.js";

test.each([
  ["a program that is no browser", undefined, "board.example.org", true],
  ["a page of the same server", "https://board.example.org", "board.example.org", true],
  ["a page of the same server and port", "http://board.example.org:4280", "board.example.org:4280", true],
  ["a page of another port", "http://board.example.org:81", "board.example.org:4280", false],
  ["a page of another server", "https://evil.example.com", "board.example.org", false],
  ["a page whose name only begins like this one's", "https://board.example.org.evil.com", "board.example.org", false],
  ["a page on this machine", "http://localhost:5173", "127.0.0.1:4280", true],
  ["a page on this machine, by number", "http://127.0.0.1:5173", "127.0.0.1:4280", true],
  ["a page on this machine, by its newer number", "http://[::1]:5173", "127.0.0.1:4280", true],
  ["a page that only pretends to be on this machine", "http://localhost.evil.com", "127.0.0.1:4280", false],
  ["a page without an origin of its own", "null", "board.example.org", false],
  ["a page that was named", "https://app.example.net", "board.example.org", true],
])("%s", (_, origin, host, isAllowed) => {
  expect(isAllowedOrigin(origin, host, ["https://app.example.net"])).toBe(isAllowed);
});

test.each([
  ["127.0.0.1:4280", true],
  ["localhost", true],
  ["[::1]:4280", true],
  [undefined, true],
  ["board.example.org", true],
  ["evil.example:4280", false],
  ["localhost.evil.example", false],
  ["not a host", false],
])("a request under the name %s is meant for a server of this machine alone: %j", (host, isMeant) => {
  expect(isMeantForHere(host, ["https://board.example.org"])).toBe(isMeant);
});
