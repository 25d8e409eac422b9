import { expect, test } from "vitest";
import { goodbyeOfCode } from "../../../src/transport/websocket/close-codes.js";

test.each([
  [1000, "offline", true],
  [1001, "offline", true],
  [1002, "bad-bytes", false],
  [1003, "bad-bytes", false],
  [1006, "offline", true],
  [1007, "bad-bytes", false],
  [1008, "denied", false],
  [1009, "too-large", false],
  [1011, "offline", true],
  [1012, "offline", true],
  [1013, "offline", true],
  [4999, "offline", true],
])("a connection that ends with %d ended as %s", (code, reason, isRetryable) => {
  expect(goodbyeOfCode(code, "")).toMatchObject({ code: reason, isRetryable });
});

test("what the server said stands in the sentence", () => {
  expect(goodbyeOfCode(1008, "The lesson is over.").message).toContain("It said: The lesson is over.");
});
