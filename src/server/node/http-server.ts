import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createHttpsServer, Server as HttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { InktapeError } from "../../signal/errors.js";

/** A certificate and its private key, as PEM texts. */
export interface Tls {
  /** With the certificates between it and a known authority behind it. */
  readonly cert: string;
  readonly key: string;
}

/** A server that does not listen yet; one for HTTPS when there is a certificate. Throws `bad-argument` for a wrong one. */
export function httpServer(tls?: Tls): Server {
  return tls ? withCertificate(() => createHttpsServer({ ...tls })) : createHttpServer();
}

/** Takes another certificate for the connections to come. Throws `bad-argument`, and then keeps the one it has. */
export function renewCertificate(http: Server, { cert, key }: Tls): void {
  if (!(http instanceof HttpsServer)) {
    throw new InktapeError("bad-argument", "This server was started without a certificate: give it one as it starts.");
  }
  withCertificate(() => http.setSecureContext({ cert, key }));
}

/**
 * Rejects with `port-taken`.
 *
 * @param option what the port is called on the command line.
 */
export function listen(http: Server, port: number, address: string, option: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EADDRINUSE") return reject(cause);
      const message = `Port ${port} of ${address} is taken. Stop what listens there, or choose another with ${option}.`;
      reject(new InktapeError("port-taken", message, { cause }));
    });
    http.listen(port, address, () => {
      http.removeAllListeners("error");
      resolve();
    });
  });
}

/** Gives the port back, and ends what requests are still under way. Resolves when that is done. */
export function stopListening(http: Server): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });
}

/** Where a server that listens is reached, with a slash at its end. */
export function urlOf(http: Server): string {
  const { family, address, port } = http.address() as AddressInfo;
  const scheme = http instanceof HttpsServer ? "https" : "http";
  return `${scheme}://${family === "IPv6" ? `[${address}]` : address}:${port}/`;
}

function withCertificate<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InktapeError("bad-argument", `The certificate cannot be used with its key: ${reason}.`, { cause });
  }
}
