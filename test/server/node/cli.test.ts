import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFile, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import path from "node:path";
import { json, text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { certificate, certificateFiles, type CertificateName } from "./certificates/certificate.js";
import { serving } from "./serving.js";
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
  const server = await serving(["--port", "0", "--data", await folders.make(), ...args]);
  children.push(server.child);
  return server;
}

/** Asks over a connection of its own; rejects unless the server has that certificate. */
async function asked(url: string, name: CertificateName): Promise<unknown> {
  const request = get(url, { ca: certificate(name).cert, agent: false });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return json(response);
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

  test("logs lines of JSON, as many as it is told to", async () => {
    const [chatty, silent] = await Promise.all([started(), started("--log-level", "silent")]);
    for (const { child } of [chatty, silent]) child.kill("SIGTERM");
    await Promise.all([chatty, silent].map(({ child }) => once(child, "close")));
    expect(chatty.log.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      "server started",
      "server is stopping",
      "server stopped",
    ]);
    expect(silent.log).toEqual([]);
  });

  test("speaks HTTPS with a certificate, and reads it again on SIGHUP", async () => {
    const folder = await folders.make();
    const [cert, key] = [path.join(folder, "cert.pem"), path.join(folder, "key.pem")];
    const use = async (name: CertificateName) => {
      const files = certificateFiles(name);
      await Promise.all([copyFile(files.cert, cert), copyFile(files.key, key)]);
    };
    await use("one");
    const { child, url, logged } = await started("--tls-cert", cert, "--tls-key", key);
    expect(await asked(`${url}api/health`, "one")).toEqual({ status: "ok" });

    await use("two");
    child.kill("SIGHUP");
    await logged("certificate renewed");
    expect(await asked(`${url}api/health`, "two")).toEqual({ status: "ok" });

    await writeFile(key, "no key");
    child.kill("SIGHUP");
    await logged("could not be renewed");
    expect(await asked(`${url}api/health`, "two")).toEqual({ status: "ok" });
  });

  test("says which file of a certificate cannot be read", async () => {
    const { code, errors } = await outcome(
      "--port",
      "0",
      "--tls-cert",
      "/nowhere/cert.pem",
      "--tls-key",
      "/nowhere/key.pem",
    );
    expect(code).toBe(1);
    expect(errors).toMatch(/^The file \/nowhere\/\w+\.pem cannot be read/);
  });

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
