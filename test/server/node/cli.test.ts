import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { Folders } from "./sqlite/folder.js";

const CLI = fileURLToPath(new URL("../../../src/server/node/cli.ts", import.meta.url));
const folders = new Folders();
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await folders.remove();
});

function cli(...args: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", CLI, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  return child;
}

/** Exit code and both outputs of a run to its end. */
async function outcome(...args: readonly string[]) {
  const child = cli(...args);
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { out, errors, code };
}

/** Starts a server and gives the address it prints. */
async function started(...args: readonly string[]) {
  const child = cli("serve", "--port", "0", "--data", await folders.make(), ...args);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /Open\s+(http:\S+)/.exec(line)?.[1];
    if (url) return { child, url };
  }
  throw new Error(`The server printed no address: ${await text(child.stderr)}`);
}

describe("a server on the command line", { timeout: 60_000 }, () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "prints its address, serves there, and stops cleanly on %s",
    async (signal) => {
      const { child, url } = await started();
      expect(await (await fetch(new URL("/api/health", url))).json()).toEqual({ status: "ok" });
      child.kill(signal);
      const [code] = await once(child, "exit");
      expect(code).toBe(0);
    },
  );

  test("says in a sentence that the port is taken, and fails", async () => {
    const { url } = await started();
    const { port } = new URL(url);
    const { code, errors } = await outcome("--port", port, "--data", await folders.make());
    expect(code).toBe(1);
    expect(errors.trim()).toBe(
      `Port ${port} of 127.0.0.1 is taken. Stop what listens there, or choose another with --port.`,
    );
  });

  test("shows how it is used when it is used in another way", async () => {
    const { code, errors } = await outcome("--nonsense");
    expect(code).toBe(2);
    expect(errors).toContain("Usage: inktape <command>");
  });
});
