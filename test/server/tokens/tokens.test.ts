import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, describe, expect, test } from "vitest";
import { createToken } from "../../../src/server/tokens/create-token.js";
import { isRoomNamed } from "../../../src/server/tokens/claims.js";
import { tokenVerifier } from "../../../src/server/tokens/token-verifier.js";
import { roomId } from "../../../src/signal/ids.js";

const SECRET = "a secret of thirty-two bytes or so";
const NOW = Date.parse("2026-11-22T08:00:00Z");
const verify = tokenVerifier({ secret: SECRET }, () => NOW);

/** A token that was not made by us: any header, any claims, and a signature of any kind. */
function forged(header: object, claims: object, signature = ""): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part(header)}.${part(claims)}.${signature}`;
}

describe("a token", () => {
  test("says what it was made of, and no more than that where nothing was said", async () => {
    expect(await verify(await createToken({ secret: SECRET, room: "algebra", now: NOW }))).toEqual({
      room: "algebra",
      role: "reader",
      record: false,
      replay: true,
      exp: NOW / 1000 + 3600,
    });
    const claims = { room: "class-*", role: "admin", user: "u1", name: "Ada", record: true, replay: false } as const;
    const token = await createToken({ secret: SECRET, ...claims, expiresIn: 60, now: NOW });
    expect(await verify(token)).toEqual({ ...claims, exp: NOW / 1000 + 60 });
  });

  test.each([
    ["a secret that is short", { secret: "short", room: "a" }],
    ["no room", { secret: SECRET, room: "" }],
    ["a role that is none", { secret: SECRET, room: "a", role: "owner" as "admin" }],
    ["no time to be good for", { secret: SECRET, room: "a", expiresIn: 0 }],
  ])("is not made with %s", async (_, options) => {
    await expect(createToken(options)).rejects.toMatchObject({ code: "bad-argument" });
  });

  test("runs out, and may be a few seconds late", async () => {
    const token = await createToken({ secret: SECRET, room: "a", expiresIn: 60, now: NOW });
    const at = (seconds: number) => tokenVerifier({ secret: SECRET }, () => NOW + seconds * 1000)(token);
    await expect(at(64)).resolves.toMatchObject({ room: "a" });
    await expect(at(66)).rejects.toMatchObject({ code: "denied", message: expect.stringContaining("run out") });
  });
});

describe("is refused", () => {
  const claims = { room: "a", role: "admin", exp: NOW / 1000 + 60 };

  test.each([
    ["what is no token", "letmein"],
    ["nothing", ""],
    ["a token that says it needs no signature", forged({ alg: "none" }, claims)],
    ["a token that says so in other letters", forged({ alg: "nOnE", typ: "JWT" }, claims)],
    ["a token without a signature", forged({ alg: "HS256" }, claims)],
    ["a token with another's signature", forged({ alg: "HS256" }, claims, "c2lnbmF0dXJl")],
  ])("%s", async (_, token) => {
    await expect(verify(token)).rejects.toMatchObject({ code: "denied" });
  });

  test("a token signed with another secret, or another algorithm", async () => {
    const other = await createToken({ secret: "another secret of thirty-two bytes", room: "a", now: NOW });
    await expect(verify(other)).rejects.toMatchObject({ code: "denied" });
    const stronger = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS512" })
      .sign(new TextEncoder().encode(SECRET.repeat(2)));
    await expect(verify(stronger)).rejects.toMatchObject({ code: "denied" });
  });

  test("a token of which any letter was changed", async () => {
    const token = await createToken({ secret: SECRET, room: "a", now: NOW });
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 2), fc.constantFrom(...letters), async (at, letter) => {
        fc.pre(token[at] !== letter);
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        await expect(verify(changed)).rejects.toMatchObject({ code: "denied" });
      }),
    );
  });

  test.each([
    ["no room", { role: "admin" }],
    ["an unknown role", { room: "a", role: "root" }],
    ["a room that is no text", { room: 7 }],
  ])("a token that is well signed and says %s", async (_, said) => {
    const token = await new SignJWT(said).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(SECRET));
    await expect(verify(token)).rejects.toMatchObject({ code: "denied" });
  });

  test("a token that is not good yet", async () => {
    const token = await new SignJWT({ room: "a" })
      .setProtectedHeader({ alg: "HS256" })
      .setNotBefore(NOW / 1000 + 60)
      .sign(new TextEncoder().encode(SECRET));
    await expect(verify(token)).rejects.toMatchObject({ code: "denied" });
  });
});

describe("tokens of who publishes keys", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function publish(keys: readonly object[]): Promise<string> {
    const server = createServer((_, response) => response.end(JSON.stringify({ keys })));
    servers.push(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys.json`;
  }

  test("are taken when the key is among theirs, and no others", async () => {
    const [own, other] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256")]);
    const jwks = await publish([{ ...(await exportJWK(own.publicKey)), kid: "1", alg: "ES256" }]);
    const check = tokenVerifier({ jwks }, () => NOW);
    const sign = (key: typeof own.privateKey) =>
      new SignJWT({ room: "a" }).setProtectedHeader({ alg: "ES256", kid: "1" }).sign(key);
    await expect(check(await sign(own.privateKey))).resolves.toMatchObject({ room: "a", role: "reader" });
    await expect(check(await sign(other.privateKey))).rejects.toMatchObject({ code: "denied" });
  });

  test("are not taken when they are signed with the public key as if it were a secret", async () => {
    const { publicKey } = await generateKeyPair("ES256", { extractable: true });
    const jwk = await exportJWK(publicKey);
    const check = tokenVerifier({ jwks: await publish([{ ...jwk, kid: "1" }]) }, () => NOW);
    const token = await new SignJWT({ room: "a" })
      .setProtectedHeader({ alg: "HS256", kid: "1" })
      .sign(new TextEncoder().encode(JSON.stringify(jwk)));
    await expect(check(token)).rejects.toMatchObject({ code: "denied" });
  });

  test("can be tried again when the keys are out of reach", async () => {
    const { privateKey } = await generateKeyPair("ES256");
    const token = await new SignJWT({ room: "a" }).setProtectedHeader({ alg: "ES256", kid: "1" }).sign(privateKey);
    const check = tokenVerifier({ jwks: "http://127.0.0.1:1/keys.json" }, () => NOW);
    await expect(check(token)).rejects.toMatchObject({ code: "offline" });
    expect(() => tokenVerifier({ jwks: "keys" }, () => NOW)).toThrow(expect.objectContaining({ code: "bad-argument" }));
  });
});

test.each([
  ["algebra", "algebra", true],
  ["algebra", "algebra2", false],
  ["*", "anything", true],
  ["class-*", "class-7b", true],
  ["class-*", "klass-7b", false],
  ["*-exam", "math-exam", true],
  ["*-exam", "exam", false],
  ["a*b*c", "a-b-b-c", true],
  ["a*b*c", "a-c", false],
  ["ab*bc", "abc", false],
  ["a.c", "abc", false],
  ["**", "x", true],
])("%s names %s: %j", (pattern, room, isNamed) => {
  expect(isRoomNamed(pattern, roomId(room))).toBe(isNamed);
});
