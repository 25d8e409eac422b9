import { Duplex } from "node:stream";
import { finished } from "node:stream/promises";
import { expect, test } from "vitest";
import { answerMalformed } from "../../../src/server/node/malformed.js";

/** What is written to a connection whose request Node gave up with the error, until it is gone. */
async function answerTo(code: string): Promise<string> {
  const chunks: Buffer[] = [];
  const stream = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  answerMalformed(Object.assign(new Error("given up"), { code }), stream);
  // The peer never ends its own half.
  await finished(stream, { readable: false });
  expect(stream.destroyed).toBe(true);
  return Buffer.concat(chunks).toString();
}

test.each([
  ["HPE_INVALID_METHOD", 400, "bad-bytes"],
  ["HPE_HEADER_OVERFLOW", 431, "too-large"],
  ["ERR_HTTP_REQUEST_TIMEOUT", 408, "offline"],
])(
  "a request given up for %s is answered with %d and %s, and its connection is closed",
  async (error, status, code) => {
    const [head = "", body = ""] = (await answerTo(error)).split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain(`Content-Length: ${body.length}`);
    expect(JSON.parse(body)).toEqual({ code, message: expect.stringMatching(/^[A-Z].{20,}\.$/) });
  },
);

test("a connection that is gone already is let go of", () => {
  const stream = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
  stream.end();
  answerMalformed(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }), stream);
  expect(stream.destroyed).toBe(true);
});
