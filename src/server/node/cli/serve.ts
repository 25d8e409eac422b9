import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { InktapeError } from "../../../signal/errors.js";
import { createServer, type InktapeServer } from "../create-server.js";
import type { Tls } from "../http-server.js";
import type { Logger } from "../watch/log.js";
import type { CommandOf } from "./command-of.js";
import { logTo } from "./log.js";

/** What a shell knows as "interrupted": 128 + 2. */
const INTERRUPTED = 130;
/** One press of ctrl-C may come twice: from the terminal, and from npm, which passes it on. */
const ONE_PRESS_MS = 500;

type TlsFiles = NonNullable<CommandOf<"serve">["tlsFiles"]>;

/** Serves rooms until a signal ends it. */
export async function serve({ tlsFiles, logLevel, ...options }: CommandOf<"serve">): Promise<void> {
  // The built site stands beside the compiled server in the package.
  const site = fileURLToPath(new URL("../../../site", import.meta.url));
  const log = logTo(process.stderr, logLevel);
  const tls = tlsFiles && (await readTls(tlsFiles));
  const server = await createServer({ ...options, site, log, tls });
  stopOnSignal(server, log);
  if (tlsFiles) renewOnSignal(server, tlsFiles, log);
  const metrics = server.metricsPort === null ? "" : `\n  Metrics  http://127.0.0.1:${server.metricsPort}/metrics`;
  console.log(`inktape is running; its rooms are stored in ${options.data}

  Open     ${server.url}
  Health   ${server.url}api/health${metrics}

Stop it with ctrl-C.`);
}

function stopOnSignal(server: InktapeServer, log: Logger): void {
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
      (err: unknown) => {
        log.error({ err }, "the server did not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function renewOnSignal(server: InktapeServer, files: TlsFiles, log: Logger): void {
  process.on("SIGHUP", () => {
    readTls(files)
      .then((tls) => server.renewCertificate(tls))
      .catch((err: unknown) => log.error({ err }, "the certificate could not be renewed; the last one stays"));
  });
}

async function readTls({ cert, key }: TlsFiles): Promise<Tls> {
  const [certText, keyText] = await Promise.all([cert, key].map(readText));
  return { cert: certText ?? "", key: keyText ?? "" };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InktapeError("bad-argument", `The file ${file} cannot be read: ${reason}.`, { cause });
  }
}
