import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../../src/server/node/cli.ts", import.meta.url));

/** A server in a process of its own. */
export interface ServingProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** The lines of its log so far. */
  readonly log: readonly string[];
  /** Looks through the log, and again whenever there is a new line. */
  logged(words: string): Promise<void>;
}

/** Starts the command line's server, and waits until it says where it is. */
export async function serving(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<ServingProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", CLI, "serve", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  const log: string[] = [];
  const lines = createInterface({ input: child.stderr });
  lines.on("line", (line) => log.push(line));
  const logged = async (words: string) => {
    while (!log.some((line) => line.includes(words))) await once(lines, "line");
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /Open\s+(https?:\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    // What else it prints is read, so that it never waits for a reader.
    void text(child.stdout).catch(() => "");
    return { child, url, log, logged };
  }
  throw new Error(`The server printed no address: ${log.join("\n")}`);
}
