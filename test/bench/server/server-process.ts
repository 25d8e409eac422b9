import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { connect, createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isFresh } from "../../../.config/freshness.mjs";
import type { Usage } from "./probe.mjs";

/** How a server is started: on a port, with a folder for what it stores. */
export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}
export type CommandFor = (port: number, folder: string) => Command;

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PROBE = new URL("probe.mjs", import.meta.url);
const HOCUSPOCUS = fileURLToPath(new URL("hocuspocus.mjs", import.meta.url));
const START_MS = 20_000;
const LOOK_AGAIN_MS = 20;

/** This project's server as it is installed, with its defaults. */
export const inktape: CommandFor = (port, folder) => {
  buildIfStale();
  return { args: [path.join(ROOT, "dist/server/node/cli.js"), "serve", "--port", `${port}`, "--data", folder] };
};

/** The program of @y/websocket-server. */
export const yWebsocket: CommandFor = (port) => {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@y/websocket-server/package.json"));
  return { args: [path.join(folder, "src/server.js")], env: { HOST: "127.0.0.1", PORT: `${port}` } };
};

/** The same with y-leveldb. */
export const yWebsocketDisk: CommandFor = (port, folder) => {
  const { args, env } = yWebsocket(port, folder);
  return { args, env: { ...env, YPERSISTENCE: folder } };
};

export const hocuspocus: CommandFor = (port) => ({ args: [HOCUSPOCUS, `${port}`] });
export const hocuspocusDisk: CommandFor = (port, folder) => ({ args: [HOCUSPOCUS, `${port}`, folder] });

/** A server in a process of its own, in production mode. It ends with this process at the latest. */
export class ServerProcess {
  readonly port: number;
  readonly #folder: string;
  readonly #child: ChildProcess;
  readonly #gone: Promise<void>;
  #isGone = false;
  #complaints = "";

  private constructor(child: ChildProcess, port: number, folder: string) {
    this.port = port;
    this.#child = child;
    this.#folder = folder;
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    child.stderr?.on("data", (text) => (this.#complaints = (this.#complaints + text).slice(-4000)));
    this.#gone = new Promise((resolve) => {
      child.once("exit", () => {
        this.#isGone = true;
        process.off("exit", kill);
        resolve();
      });
    });
  }

  /** Resolves once the server takes connections. @param flags of Node itself. */
  static async start(command: CommandFor, folder: string, flags: readonly string[] = []): Promise<ServerProcess> {
    const port = await freePort();
    const { args, env } = command(port, folder);
    const child = spawn(process.execPath, [...flags, "--import", PROBE.href, ...args], {
      env: { ...process.env, ...env, NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const server = new ServerProcess(child, port, folder);
    for (const end = performance.now() + START_MS; !(await isOpen(port)); await wait(LOOK_AGAIN_MS)) {
      server.#checkAlive();
      if (performance.now() > end) throw new Error(`A server did not start in ${START_MS} ms: ${args.join(" ")}`);
    }
    return server;
  }

  async usage(): Promise<Usage> {
    this.#checkAlive();
    const answer = new Promise<Usage>((resolve) => this.#child.once("message", (usage) => resolve(usage as Usage)));
    this.#child.send("usage");
    return answer;
  }

  /**
   * Bytes written to the disk since the start: write_bytes of /proc/<pid>/io, so pages that became dirty. Where that
   * cannot be read, what the files have grown to, which is less.
   */
  written(): number {
    try {
      const io = readFileSync(`/proc/${this.#child.pid}/io`, "utf8");
      return Number(/^write_bytes: (\d+)$/m.exec(io)?.[1]);
    } catch {
      const files = readdirSync(this.#folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
      return files.reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0);
    }
  }

  /** Ends the process as a crash would: it gets to do nothing more. */
  async kill(): Promise<void> {
    this.#checkAlive();
    this.#child.kill("SIGKILL");
    await this.#gone;
  }

  #checkAlive(): void {
    if (this.#isGone) throw new Error(`A server ended by itself. Its last words: ${this.#complaints}`);
  }
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}

function buildIfStale(): void {
  if (isFresh()) return;
  const build = path.join(ROOT, ".config/build.mjs");
  // What the build says is no result of the bench.
  const { status } = spawnSync(process.execPath, [build], { stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error(`The server could not be built: see what ${pathToFileURL(build).href} says.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
