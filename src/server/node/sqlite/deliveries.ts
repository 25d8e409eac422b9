import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Deliveries, Delivery } from "../webhooks/deliveries.js";
import type { GroupCommit } from "./group-commit.js";

/** Messages that wait in the store's file, across restarts. */
export function sqliteDeliveries(db: DatabaseSyncInstance, commits: GroupCommit): Deliveries {
  const add = db.prepare("INSERT INTO delivery (url, message, created, body) VALUES (?, ?, ?, ?)");
  const next = db.prepare("SELECT * FROM delivery WHERE url = ? ORDER BY id LIMIT 1");
  const drop = db.prepare("DELETE FROM delivery WHERE id = ?");
  const others = db.prepare("DELETE FROM delivery WHERE url NOT IN (SELECT value FROM json_each(?))");
  return {
    add: (deliveries) =>
      commits.add(() => {
        for (const { url, message, created, body } of deliveries) add.run(url, message, created, body);
      }),
    next: async (url) => (next.get(url) as Delivery | undefined) ?? null,
    done: (id) => commits.add(() => void drop.run(id)),
    only: (urls) => commits.add(() => void others.run(JSON.stringify(urls))),
  };
}
