import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Files } from "../canvas/bundle.js";

export interface FileServer {
  readonly address: string;
  /** Bytes of bodies that were sent for a path. */
  sent(path: string): number;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  "": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** Serves files on this machine as static hosts do: text packed by gzip, the rest in ranges. */
export async function serve(files: Files): Promise<FileServer> {
  const sent = new Map<string, number>();
  const packed = new Map([...files].map(([name, body]) => [name, typeof body === "string" ? gzipSync(body) : null]));
  const server = createServer((request, response) => {
    const name = request.url ?? "";
    const [file, text] = [files.get(name), packed.get(name)];
    if (file === undefined) return void response.writeHead(404).end();
    response.setHeader("content-type", TYPES[path.extname(name)] ?? "application/octet-stream");
    response.setHeader("cache-control", "no-store");
    const body = text ?? pieceOf(file as Uint8Array, request.headers.range, response);
    if (text) response.setHeader("content-encoding", "gzip");
    sent.set(name, (sent.get(name) ?? 0) + body.length);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent: (name) => sent.get(name) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a range asks for: `bytes=from-to` or `bytes=-count`. */
function pieceOf(file: Uint8Array, range: string | undefined, response: ServerResponse): Uint8Array {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (from === undefined || to === undefined) return file;
  const start = from === "" ? Math.max(0, file.length - Number(to)) : Number(from);
  const piece = file.subarray(start, from === "" || to === "" ? file.length : Number(to) + 1);
  response.statusCode = 206;
  response.setHeader("content-range", `bytes ${start}-${start + piece.length - 1}/${file.length}`);
  return piece;
}
