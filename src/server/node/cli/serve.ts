import { fileURLToPath } from "node:url";
import { createServer, type InktapeServer } from "../create-server.js";
import type { CommandOf } from "./command-of.js";

/** What a shell knows as "interrupted": 128 + 2. */
const INTERRUPTED = 130;
/** One press of ctrl-C may come twice: from the terminal, and from npm, which passes it on. */
const ONE_PRESS_MS = 500;

/** Serves rooms until a signal ends it. */
export async function serve(command: CommandOf<"serve">): Promise<void> {
  // The built site stands beside the compiled server in the package.
  const site = fileURLToPath(new URL("../../../site", import.meta.url));
  const server = await createServer({ ...command, site });
  stopOnSignal(server);
  console.log(`inktape is running; its rooms are stored in ${command.data}

  Open     ${server.url}
  Health   ${server.url}api/health

Stop it with ctrl-C.`);
}

function stopOnSignal(server: InktapeServer): void {
  let stoppingSince: number | null = null;
  const stop = () => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > ONE_PRESS_MS) process.exit(INTERRUPTED);
      return;
    }
    stoppingSince = performance.now();
    console.log("inktape is stopping; press ctrl-C again to stop at once.");
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`inktape did not stop cleanly: ${String(error)}`);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
