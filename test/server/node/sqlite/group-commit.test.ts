import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { virtualClock, type VirtualClock } from "../../../../src/clock/virtual.js";
import { GroupCommit } from "../../../../src/server/node/sqlite/group-commit.js";
import { InktapeError } from "../../../../src/signal/errors.js";

let db: DatabaseSyncInstance;
let commits: GroupCommit;
/** The transactions' own statements, as they are run. */
let statements: string[];
/** Is called before each of them. */
let spoil: (sql: string) => void;

beforeEach(() => {
  db = new DatabaseSync(":memory:");
  db.exec("CREATE TABLE line (text TEXT NOT NULL UNIQUE)");
  statements = [];
  spoil = () => undefined;
  const exec = (sql: string) => {
    statements.push(sql);
    spoil(sql);
    db.exec(sql);
  };
  commits = new GroupCommit({
    exec,
    get isTransaction() {
      return db.isTransaction;
    },
  });
});
afterEach(() => db.close());

const write = (...texts: readonly string[]) => {
  for (const text of texts) db.prepare("INSERT INTO line VALUES (?)").run(text);
};
const lines = () =>
  db
    .prepare("SELECT text FROM line ORDER BY rowid")
    .all()
    .map(({ text }) => text);

describe("what is asked for in one turn", () => {
  test("goes into one transaction, in order", async () => {
    const results = await Promise.all(["a", "b", "c"].map((text) => commits.add(() => (write(text), text))));
    expect(results).toEqual(["a", "b", "c"]);
    expect(lines()).toEqual(["a", "b", "c"]);
    expect(statements.filter((sql) => sql === "COMMIT")).toHaveLength(1);
  });

  test("is done later, not inside the asking", async () => {
    const done = commits.add(() => write("a"));
    expect(lines()).toEqual([]);
    await done;
    expect(lines()).toEqual(["a"]);
  });

  test("is told of only once it is committed, and before anyone who waits goes on", async () => {
    const order: string[] = [];
    spoil = (sql) => sql === "COMMIT" && order.push("commit");
    await Promise.all([
      commits
        .add(
          () => "a",
          (text) => order.push(`told ${text}`),
        )
        .then((text) => order.push(`went on with ${text}`)),
      commits.add(
        () => "b",
        (text) => order.push(`told ${text}`),
      ),
    ]);
    expect(order).toEqual(["commit", "told a", "told b", "went on with a"]);
  });
});

describe("commits that keep a pace", () => {
  let clock: VirtualClock;
  beforeEach(() => {
    clock = virtualClock(1000);
    commits = new GroupCommit(db, undefined, undefined, { clock, gapMs: 5 });
  });

  test("start at once after a rest", async () => {
    await commits.add(() => write("a"));
    clock.advance(5);
    await commits.add(() => write("b"));
    expect(lines()).toEqual(["a", "b"]);
  });

  test("wait for the gap after a commit, and take all that comes meanwhile", async () => {
    await commits.add(() => write("a"));
    clock.advance(2);
    const [b, c] = [commits.add(() => write("b")), commits.add(() => write("c"))];
    clock.advance(2.5);
    expect(lines()).toEqual(["a"]);
    clock.advance(0.5);
    expect(lines()).toEqual(["a", "b", "c"]);
    await Promise.all([b, c]);
  });

  test("wait no longer for a clock that was set back", async () => {
    let now = 1000;
    const jumping = { ...clock, now: () => now, after: clock.after };
    commits = new GroupCommit(db, undefined, undefined, { clock: jumping, gapMs: 5 });
    await commits.add(() => write("a"));
    now = 0;
    const b = commits.add(() => write("b"));
    clock.advance(5);
    await b;
    expect(lines()).toEqual(["a", "b"]);
  });

  test("are made up for by a close", async () => {
    await commits.add(() => write("a"));
    const b = commits.add(() => write("b"));
    commits.close();
    await b;
    clock.advance(5);
    expect(lines()).toEqual(["a", "b"]);
  });
});

describe("work that fails", () => {
  test("takes back what it did itself, and no other", async () => {
    const results = await Promise.allSettled([
      commits.add(() => write("a")),
      commits.add(() => write("half", "a")),
      commits.add(() => write("b")),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(results[1]).toMatchObject({ reason: { code: "log-failed" } });
    expect(lines()).toEqual(["a", "b"]);
  });

  test("says its own reason", async () => {
    const reason = new InktapeError("bad-argument", "No such member.");
    await expect(
      commits.add(() => {
        throw reason;
      }),
    ).rejects.toBe(reason);
  });

  test("is not told of", async () => {
    const told: unknown[] = [];
    await commits
      .add(
        () => write("a", "a"),
        (value) => told.push(value),
      )
      .catch(() => undefined);
    expect(told).toEqual([]);
  });
});

describe("a transaction that fails", () => {
  test.each(["BEGIN IMMEDIATE", "COMMIT"])("at %s leaves nothing behind, and the next one works", async (place) => {
    let isBroken = true;
    spoil = (sql) => {
      if (isBroken && sql === place) throw new Error("disk I/O error");
    };
    const told: unknown[] = [];
    const results = await Promise.allSettled([
      commits.add(
        () => write("a"),
        () => told.push("a"),
      ),
      commits.add(
        () => write("b"),
        () => told.push("b"),
      ),
    ]);
    for (const result of results) {
      expect(result).toMatchObject({ status: "rejected", reason: { code: "log-failed" } });
      expect((result as PromiseRejectedResult).reason.message).toContain("disk I/O error");
    }
    expect([lines(), told]).toEqual([[], []]);
    isBroken = false;
    await commits.add(() => write("c"));
    expect(lines()).toEqual(["c"]);
  });

  test("for a full disk rejects what did not fit, and nothing is half there", async () => {
    db.exec("PRAGMA max_page_count = 20");
    const big = (name: string) => name.repeat(200_000);
    const results = await Promise.allSettled([
      commits.add(() => write("small")),
      commits.add(() => write("x", big("y"))),
    ]);
    expect(results[1]).toMatchObject({ status: "rejected", reason: { code: "log-failed" } });
    expect(lines()).toEqual(results[0].status === "fulfilled" ? ["small"] : []);
    await commits.add(() => write("again"));
    expect(lines()).toContain("again");
  });
});

test("closing commits what waits, and takes nothing any more", async () => {
  const waiting = commits.add(() => write("a"));
  commits.close();
  expect(lines()).toEqual(["a"]);
  await waiting;
  await expect(commits.add(() => write("b"))).rejects.toMatchObject({ code: "log-failed" });
});
