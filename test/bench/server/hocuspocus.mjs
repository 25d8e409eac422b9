import path from "node:path";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import { DatabaseSync } from "@photostructure/sqlite";

// Hocuspocus with its defaults. With a folder it stores as its SQLite extension 4.7.0 does, with the same statements, but
// through a SQLite that needs no compiler: node hocuspocus.mjs <port> [folder]

const [port, folder] = process.argv.slice(2);
const extensions = folder === undefined ? [] : [sqlite(path.join(folder, "hocuspocus.db"))];
await new Server({ port: Number(port), address: "127.0.0.1", quiet: true, extensions }).listen();

/** @param {string} file */
function sqlite(file) {
  const db = new DatabaseSync(file);
  db.exec(`CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))`);
  // Prepared anew each time, as there. That also keeps the database: one that only statements know is closed.
  const select = () => db.prepare(`SELECT data FROM "documents" WHERE name = ? ORDER BY rowid DESC`);
  const upsert = () =>
    db.prepare(
      `INSERT INTO "documents" ("name", "data") VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data`,
    );
  return new Database({
    fetch: async ({ documentName }) => select().get(documentName)?.data ?? null,
    store: async ({ documentName, state }) => void upsert().run(documentName, state),
  });
}
