import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { shapeAt } from "../../../src/board/leaves.js";
import { createRoomClient } from "../../../src/client/create-room-client.js";
import type { RoomClient } from "../../../src/client/room-client.js";
import { systemClock } from "../../../src/clock/system.js";
import { countOf, makerOf, type ShapeId } from "../../../src/signal/ids.js";
import type { Store } from "../../../src/store/store.js";
import { rectangle } from "../../../src/testing/samples.js";
import { webSocket } from "../../../src/transport/websocket/index.js";
import { Folders } from "./sqlite/folder.js";

const CLI = fileURLToPath(new URL("../../../src/server/node/cli.ts", import.meta.url));
const folders = new Folders();
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await folders.remove();
});

/** A real server, and its address. */
async function serve(data: string): Promise<{ child: ChildProcess; url: string }> {
  const args = ["--import", "tsx", CLI, "serve", "--port", "0", "--data", data];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  ends.push(async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /Open +(\S+)/.exec(line)?.[1];
    if (url) return { child, url };
  }
  throw new Error("The server did not start.");
}

function join(url: string): RoomClient {
  const client = createRoomClient({
    transport: webSocket({ url, WebSocket }),
    room: "room",
    clock: systemClock(),
    random: Math.random,
  });
  ends.push(() => client.close());
  return client;
}

function until<T>(store: Store<T>, isSo: (value: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    let unsubscribe = () => {};
    const look = () => {
      if (!isSo(store.get())) return;
      unsubscribe();
      resolve();
    };
    unsubscribe = store.subscribe(look);
    look();
  });
}

/** Lets no file of the process grow beyond a size: what a full disk does, without a disk that is full. */
function letGrowTo({ pid }: ChildProcess, bytes: number | "unlimited"): void {
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:`]);
}

test("on a full disk a room can be looked at and says so; when there is space again it goes on with all that was done", async () => {
  const data = await folders.make();
  const { child, url } = await serve(data);
  const ada = join(url);
  await until(ada.status, ({ state }) => state === "online");
  const draw = (): ShapeId => {
    const id = ada.newShapeId();
    ada.send([rectangle(makerOf(id), countOf(id))]);
    return id;
  };
  draw();
  await until(ada.status, ({ pending }) => pending === 0);

  letGrowTo(child, statSync(path.join(data, "inktape.db-wal")).size);
  const drawn = [draw(), draw()];
  await until(ada.status, ({ state }) => state === "suspended");
  expect(ada.status.get()).toMatchObject({ error: { code: "log-failed" } });
  expect(ada.status.get().error?.message).toContain("could not be written");
  drawn.push(draw());
  const looker = join(url);
  await until(looker.status, ({ state }) => state === "suspended");
  expect(looker.self.get()?.role).toBe("reader");

  letGrowTo(child, "unlimited");
  await until(ada.status, ({ state, pending }) => state === "online" && pending === 0);
  await until(looker.status, ({ state }) => state === "online");
  expect(looker.self.get()?.role).toBe("writer");
  for (const id of drawn) {
    await until(looker.board, (board) => board !== null && shapeAt(board, id) !== undefined);
  }
  expect(new Set(drawn).size).toBe(3);
}, 60_000);
