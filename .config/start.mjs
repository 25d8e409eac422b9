import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfStale } from "./build-if-stale.mjs";
import { root } from "./tool.mjs";

buildIfStale();

// npm passes a ctrl-C on, so it comes twice: once from the terminal, once from npm. The second would kill a process that
// is already leaving, and a clean stop would look like a crash.
const SECOND_SIGNAL_MS = 100;
process.on("exit", () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SECOND_SIGNAL_MS));

// The server runs in this process, so that the signal reaches it directly.
const server = path.join(root, "dist", "server", "node", "cli.js");
process.argv[1] = server;
await import(pathToFileURL(server).href);
