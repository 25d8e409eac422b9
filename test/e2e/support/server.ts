import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../../dist/server/node/cli.js", import.meta.url));

/** The self-hosted server as `npm start` runs it: a process of its own, with a data folder of its own. */
export class ServerProcess {
  #child: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    readonly data: string,
    private readonly options: readonly string[],
  ) {}

  /** Starts a server on a free port, with a data folder of its own. */
  static async start(...options: readonly string[]): Promise<ServerProcess> {
    return ServerProcess.over(await mkdtemp(path.join(tmpdir(), "inktape-e2e-")), ...options);
  }

  /** Starts a server on a free port over a data folder. */
  static async over(data: string, ...options: readonly string[]): Promise<ServerProcess> {
    return ServerProcess.on(await freePort(), data, ...options);
  }

  /** Starts a server on a port of the caller's choice. */
  static async on(port: number, data: string, ...options: readonly string[]): Promise<ServerProcess> {
    const server = new ServerProcess(port, data, options);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the process, on the same port and data each time, and waits until it says that it listens. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [CLI, "--port", `${this.port}`, "--data", this.data, ...this.options]);
    this.#child = child;
    let output = "";
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes(this.url)) resolve();
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("exit", (code) =>
        reject(new Error(`The server ended with code ${code} before it listened:\n${output}`)),
      );
    });
  }

  /** Ends the process as a power cut does. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Ends the process as ctrl-C does; gives its exit code. */
  async interrupt(): Promise<number | null> {
    return this.#end("SIGINT");
  }

  /** Ends the process and removes its data. */
  async dispose(): Promise<void> {
    await this.#end("SIGKILL");
    await rm(this.data, { recursive: true, force: true });
  }

  async #end(signal: "SIGKILL" | "SIGINT"): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const exited = once(child, "exit");
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  }
}

/** Runs the command line to its end. Rejects with what it said when it fails. */
export async function inktape(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [CLI, ...args]);
  let output = "";
  const read = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`inktape ${args.join(" ")} ended with code ${code}:\n${output}`);
  return output;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port could be had on 127.0.0.1.");
  return address.port;
}
