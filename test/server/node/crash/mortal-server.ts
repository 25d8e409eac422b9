import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const CLI = path.join(ROOT, "src/server/node/cli.ts");

/** The command of the server, compiled once: a process of it starts in a fraction of the time that its sources take. */
export class CompiledServer {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async make(): Promise<CompiledServer> {
    // It finds its packages only from inside of the project.
    const parent = path.join(ROOT, ".cache");
    await mkdir(parent, { recursive: true });
    const folder = await mkdtemp(path.join(parent, "crash-"));
    await build({
      configFile: false,
      logLevel: "warn",
      root: ROOT,
      build: { ssr: CLI, outDir: folder, target: "node20", minify: false, emptyOutDir: false },
    });
    return new CompiledServer(folder);
  }

  get script(): string {
    return path.join(this.#folder, "cli.js");
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }
}

/** A server process on one folder and one port, which dies and is started again. */
export class MortalServer {
  readonly #script: string;
  readonly #data: string;
  #port = "0";
  #child: ChildProcess | null = null;

  constructor({ script }: CompiledServer, data: string) {
    this.#script = script;
    this.#data = data;
  }

  /** Starts it; resolves with its address once it listens, which stays the same. */
  async start(): Promise<string> {
    const args = [this.#script, "serve", "--port", this.#port, "--data", this.#data];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#child = child;
    const complaints: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /Open\s+(http:\S+)/.exec(line)?.[1];
      if (!url) continue;
      this.#port = new URL(url).port;
      return url;
    }
    throw new Error(`The server did not start: ${Buffer.concat(complaints).toString()}`);
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Lets it end by itself; gives its exit code. */
  stop(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, "exit");
    child.kill(signal);
    const [code] = await ended;
    return code as number | null;
  }
}
