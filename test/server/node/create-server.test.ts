import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { plainBoard } from "../../../src/board/plain.js";
import { memoryStore } from "../../../src/room/memory-store.js";
import type { ClientId } from "../../../src/signal/ids.js";
import { marker, stroke } from "../../../src/testing/samples.js";
import { Caller } from "../../../src/testing/caller.js";
import { Running } from "./running.js";

let running: Running;

beforeEach(() => {
  running = new Running();
});
afterEach(() => running.stop());

test("a port that is taken is told of, and nothing is left open", async () => {
  const first = await running.start();
  const data = await running.folders.make();
  await expect(running.start({ port: first.port, data })).rejects.toMatchObject({ code: "port-taken" });
  await running.start({ data });
});

test("a folder that another server has is told of, and the port is given back", async () => {
  const data = await running.folders.make();
  await running.start({ data });
  const free = await running.start();
  await free.close();
  await expect(running.start({ data, port: free.port })).rejects.toMatchObject({ code: "log-failed" });
  expect(await running.start({ port: free.port })).toMatchObject({ port: free.port });
});

describe("closing", () => {
  test("says goodbye to everyone, gives the port back, and can be asked for twice", async () => {
    const server = await running.start();
    const ada = await running.call(server, "ada");
    await Promise.all([server.close(), server.close()]);
    expect(await ada.closed()).toMatchObject({ code: "offline", isRetryable: true });
    expect(await running.start({ port: server.port })).toMatchObject({ port: server.port });
  });

  test("leaves everything as the next server finds it", async () => {
    const data = await running.folders.make();
    const first = await running.start({ data });
    const ada = await running.call(first, "ada");
    const { member } = await ada.welcome();
    ada.say([...stroke(member, 0), ...stroke(member, 1).slice(0, 2)]);
    await ada.acknowledged();
    await first.close();

    const second = await running.start({ data });
    const again = new Caller(
      running.transport(second),
      "room",
      { client: "ada" as ClientId, after: ada.seq },
      ada.board,
    );
    expect(await again.welcome()).toMatchObject({ member, clientSeq: 6, keyframe: null });
    again.say(stroke(member, 1).slice(2), 7);
    await again.acknowledged();
    const bob = await running.call(second, "bob");
    await again.reached(bob.seq);
    await bob.reached(again.seq);
    expect(plainBoard(bob.board)).toEqual(plainBoard(again.board));
    again.close();
  });
});

describe("who may come in", () => {
  test("is asked with what they said and how they came", async () => {
    const knocks: unknown[] = [];
    const server = await running.start({
      authorize({ join, headers, path }) {
        knocks.push([join.user.id, headers.host, path]);
        return "reader";
      },
    });
    const ada = await running.call(server, "ada");
    expect((await ada.welcome()).role).toBe("reader");
    expect(knocks).toEqual([["ada", `127.0.0.1:${server.port}`, "/api/rooms/room/socket"]]);
  });

  test("is told why not", async () => {
    const server = await running.start({ authorize: async () => ({ denied: "Ask your teacher." }) });
    const ada = new Caller(running.transport(server), "room");
    expect(await ada.closed()).toEqual({ code: "denied", message: "Ask your teacher.", isRetryable: false });
  });
});

test("an app's own mistake is told in the log, and those who come are told to try again", async () => {
  const server = await running.start({
    authorize() {
      throw new TypeError("secret is undefined");
    },
  });
  const goodbye = await new Caller(running.transport(server), "room").closed();
  expect(goodbye).toMatchObject({ code: "log-failed", isRetryable: true });
  expect(goodbye.message).not.toContain("secret");
  expect(running.log.join()).toContain("secret is undefined");
});

test("another store can stand in for the one in the folder", async () => {
  const server = await running.start({ store: memoryStore(running.clock) });
  const ada = await running.call(server, "ada");
  ada.say([marker("a")]);
  await ada.acknowledged();
  expect(await running.transport(server).rooms()).toMatchObject([{ room: "room" }]);
});
