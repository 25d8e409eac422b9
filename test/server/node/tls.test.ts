import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { Caller } from "../../../src/testing/caller.js";
import { marker } from "../../../src/testing/samples.js";
import { webSocket } from "../../../src/transport/websocket/index.js";
import { certificate, type CertificateName } from "./certificates/certificate.js";
import { Running } from "./running.js";

let running: Running;
beforeEach(() => {
  running = new Running();
});
afterEach(() => running.stop());

/** Asks a server over a connection of its own; rejects unless it has that certificate. */
async function asked(url: string, name: CertificateName): Promise<unknown> {
  const request = get(url, { ca: certificate(name).cert, agent: false });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return json(response);
}

/** A WebSocket that trusts the one certificate. */
class Trusting extends WebSocket {
  constructor(url: string) {
    super(url, { ca: certificate("one").cert });
  }
}

describe("a server with a certificate", () => {
  test("speaks HTTPS and WSS on one port", async () => {
    const server = await running.start({ tls: certificate("one") });
    expect(server.url).toBe(`https://127.0.0.1:${server.port}/`);
    expect(await asked(`${server.url}api/health`, "one")).toEqual({ status: "ok" });
    const ada = new Caller(webSocket({ url: server.url, WebSocket: Trusting }), "room");
    await ada.welcome();
    ada.say([marker("a")]);
    await ada.acknowledged();
    expect(await asked(`${server.url}api/rooms`, "one")).toMatchObject({ rooms: [{ room: "room", entries: ada.seq }] });
    ada.close();
  });

  test("takes another one while it runs, and whoever is connected stays", async () => {
    const server = await running.start({ tls: certificate("one") });
    const ada = new Caller(webSocket({ url: server.url, WebSocket: Trusting }), "room");
    await ada.welcome();
    server.renewCertificate(certificate("two"));
    expect(await asked(`${server.url}api/health`, "two")).toEqual({ status: "ok" });
    await expect(asked(`${server.url}api/health`, "one")).rejects.toThrow(/certificate|signature/);
    ada.say([marker("a")]);
    await ada.acknowledged();
    ada.close();
  });

  test("keeps the one it has when the next is wrong", async () => {
    const server = await running.start({ tls: certificate("one") });
    const wrong = { cert: certificate("two").cert, key: certificate("one").key };
    expect(() => server.renewCertificate(wrong)).toThrow(expect.objectContaining({ code: "bad-argument" }));
    expect(await asked(`${server.url}api/health`, "one")).toEqual({ status: "ok" });
  });

  test("does not start with a wrong one", async () => {
    const tls = { cert: "no certificate", key: certificate("one").key };
    await expect(running.start({ tls })).rejects.toMatchObject({ code: "bad-argument" });
  });
});

test("a server without a certificate takes none later", async () => {
  const server = await running.start();
  expect(() => server.renewCertificate(certificate("one"))).toThrow(expect.objectContaining({ code: "bad-argument" }));
});
