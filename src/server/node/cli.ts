#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { isInktapeError } from "../../signal/errors.js";
import { readCommand, USAGE } from "./command.js";
import { createServer, type InktapeServer } from "./create-server.js";

/** Exit codes as shells know them: 2 for wrong use, 128 + 2 for "interrupted". */
const EXIT = { failed: 1, usage: 2, interrupted: 130 } as const;

/** One press of ctrl-C may come twice: from the terminal, and from npm, which passes it on. */
const ONE_PRESS_MS = 500;

const command = readCommand(process.argv.slice(2));
if (command.type === "help") {
  console.log(USAGE);
} else if (command.type === "wrong") {
  fail(`${command.problem}\n\n${USAGE}`, EXIT.usage);
} else {
  const { port, host, data } = command;
  // The built site stands beside the compiled server in the package.
  const site = fileURLToPath(new URL("../../site", import.meta.url));
  const server = await createServer({ port, host, data, site }).catch((error: unknown) =>
    fail(isInktapeError(error) ? error.message : String(error), EXIT.failed),
  );
  stopOnSignal(server);
  console.log(`inktape is running; its rooms are stored in ${data}

  Open     ${server.url}
  Health   ${server.url}api/health

Stop it with ctrl-C.`);
}

function stopOnSignal(server: InktapeServer): void {
  let stoppingSince: number | null = null;
  const stop = () => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > ONE_PRESS_MS) process.exit(EXIT.interrupted);
      return;
    }
    stoppingSince = performance.now();
    console.log("inktape is stopping; press ctrl-C again to stop at once.");
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(`inktape did not stop cleanly: ${String(error)}`, EXIT.failed),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}
