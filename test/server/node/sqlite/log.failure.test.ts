import { afterEach, expect, test } from "vitest";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { openStoreFile } from "../../../../src/server/node/sqlite/database.js";
import { GroupCommit } from "../../../../src/server/node/sqlite/group-commit.js";
import { journalContent } from "../../../../src/server/node/sqlite/journal-content.js";
import { Journal } from "../../../../src/server/node/sqlite/journal.js";
import { SqliteLog } from "../../../../src/server/node/sqlite/log.js";
import { tables } from "../../../../src/server/node/sqlite/tables.js";
import type { Entry } from "../../../../src/signal/entry.js";
import { BEFORE_FIRST, roomId, type ClientId } from "../../../../src/signal/ids.js";
import { drafts, marker } from "../../../../src/testing/samples.js";
import { Folders } from "./folder.js";

const folders = new Folders();
afterEach(() => folders.remove());

test.each(["BEGIN IMMEDIATE", "COMMIT"])(
  "when a transaction fails at %s, nobody hears of its entries, and the next ones take their places",
  async (place) => {
    const file = openStoreFile(await folders.make());
    let isBroken = false;
    const statements = tables(file.db);
    const journal = new Journal(
      statements,
      journalContent(statements, () => undefined),
    );
    const db = {
      exec(sql: string) {
        if (isBroken && sql === place) throw new Error("disk I/O error");
        file.db.exec(sql);
      },
      get isTransaction() {
        return file.db.isTransaction;
      },
    };
    const commits = new GroupCommit(db, journal);
    const parts = { tables: statements, journal, commits, clock: virtualClock(1000), note: () => undefined };
    const log = await SqliteLog.open(parts, roomId("room"));
    const { member } = await log.enrol("ada" as ClientId);
    const heard: Entry[] = [];
    log.follow(BEFORE_FIRST, (entries) => heard.push(...entries));

    isBroken = true;
    const lost = await Promise.allSettled([
      log.append(drafts(member, 1, [marker("a")])),
      log.append(drafts(member, 2, [marker("b")])),
    ]);
    for (const result of lost) expect(result).toMatchObject({ status: "rejected", reason: { code: "log-failed" } });
    expect(heard).toEqual([]);

    isBroken = false;
    const entries = await log.append(drafts(member, 1, [marker("a"), marker("b")]));
    expect(entries.map(({ seq, clientSeq }) => [seq, clientSeq])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(heard).toEqual(entries);
    commits.close();
    file.close();
  },
);
