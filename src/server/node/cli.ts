#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isInktapeError } from "../../signal/errors.js";
import { createServer } from "./create-server.js";

const USAGE = `Usage: inktape serve [--port 4280] [--host 127.0.0.1] [--data ./data]

  --port  the port to listen on; 0 takes any free one
  --host  the address to listen on; 0.0.0.0 lets other machines in
  --data  the folder that the rooms are stored in`;

/** Exit codes as shells know them: 2 for wrong use, 128 + 2 for "interrupted". */
const EXIT = { failed: 1, usage: 2, interrupted: 130 } as const;

const options = readOptions();
const server = await createServer({ ...options, site: fileURLToPath(new URL("../../site", import.meta.url)) }).catch(
  (error: unknown) => fail(isInktapeError(error) ? error.message : String(error), EXIT.failed),
);

console.log(`inktape is running, its rooms are stored in ${options.data}

  Open      ${server.url}
  Health    ${server.url}api/health

Stop it with ctrl-C.`);

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (isStopping) process.exit(EXIT.interrupted);
    isStopping = true;
    console.log("inktape is stopping; press ctrl-C again to stop at once.");
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(`inktape did not stop cleanly: ${String(error)}`, EXIT.failed),
    );
  });
}

function readOptions(): { port: number; host: string; data: string } {
  try {
    const { values, positionals } = parseArgs({
      options: {
        port: { type: "string", default: "4280" },
        host: { type: "string", default: "127.0.0.1" },
        data: { type: "string", default: "./data" },
        help: { type: "boolean", short: "h" },
      },
      allowPositionals: true,
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      return fail(`"${values.port}" is no port.\n\n${USAGE}`, EXIT.usage);
    if (positionals.length > 1 || (positionals[0] ?? "serve") !== "serve") {
      return fail(`"${positionals.join(" ")}" is no command of inktape.\n\n${USAGE}`, EXIT.usage);
    }
    return { port, host: values.host, data: values.data };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, EXIT.usage);
  }
}

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}
