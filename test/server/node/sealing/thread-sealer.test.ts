import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "vite";
import { EMPTY_BOARD } from "../../../../src/board/board.js";
import { reduce } from "../../../../src/board/reduce.js";
import { threadSealer } from "../../../../src/server/node/sealing/thread-sealer.js";
import type { Entry } from "../../../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../../../src/signal/ids.js";
import type { Signal } from "../../../../src/signal/signal.js";
import { cursor, marker, rectangle, stroke } from "../../../../src/testing/samples.js";
import { sealBlock } from "../../../../src/tape/seal.js";
import { InkHomes } from "../../../../src/tape/ink-homes.js";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const ADA = 1 as MemberId;
let folder: string;
let script: URL;

beforeAll(async () => {
  const parent = path.join(ROOT, ".cache");
  await mkdir(parent, { recursive: true });
  folder = await mkdtemp(path.join(parent, "seal-"));
  const thread = path.join(ROOT, "src/server/node/sealing/seal-thread.ts");
  await build({
    configFile: false,
    logLevel: "warn",
    root: ROOT,
    build: { ssr: thread, outDir: folder, target: "node20", minify: false, emptyOutDir: false },
  });
  script = pathToFileURL(path.join(folder, "seal-thread.js"));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

function entriesFrom(seq: number, signals: readonly Signal[]): Entry[] {
  return signals.map((signal, index) => {
    const place = seq + index;
    return { seq: place as Seq, at: (1000 + place) as Millis, by: ADA, clientSeq: place, signal };
  });
}

/** A block, and what it stands on: a stroke under way and somebody's cursor. */
function sample() {
  const joins: Signal = { type: "member.join", profile: { user: "u", name: "Ada", color: "red", role: "writer" } };
  const first = entriesFrom(1, [joins, cursor(4), ...stroke(ADA, 0), ...stroke(ADA, 1).slice(0, 2)]);
  const before = reduce(EMPTY_BOARD, first);
  const signals = [...stroke(ADA, 1).slice(2), ...stroke(ADA, 0), rectangle(ADA, 2), cursor(9), ...stroke(ADA, 3)];
  const entries = entriesFrom(first.length + 1, signals);
  const inks = new InkHomes().homeless(before, reduce(before, entries), entries[0]?.seq ?? (0 as Seq));
  return { entries, context: { before, inks } };
}

test("a thread seals a block to the same bytes", async () => {
  const failures: unknown[] = [];
  const sealer = threadSealer({ script, failed: (error) => failures.push(error) });
  const { entries, context } = sample();
  const both = [sealer.seal(entries, context), sealer.seal(entries, context)];
  const expected = sealBlock(entries, context);
  for (const block of await Promise.all(both)) {
    expect(block.info).toEqual(expected.info);
    expect(Buffer.from(block.parts.document)).toEqual(Buffer.from(expected.parts.document));
    expect(Buffer.from(block.parts.ink)).toEqual(Buffer.from(expected.parts.ink));
    expect(Buffer.from(block.parts.presence)).toEqual(Buffer.from(expected.parts.presence));
  }
  expect(failures).toEqual([]);
  await sealer.close();
});

test("a thread seals with plain ink and refines that, to the same bytes", async () => {
  const sealer = threadSealer({ script, failed: () => undefined });
  const { entries, context } = sample();
  const plain = await sealer.seal(entries, { ...context, form: "plain" });
  expect(plain.info).toEqual(sealBlock(entries, { ...context, form: "plain" }).info);
  const fine = sealBlock(entries, context);
  const refined = await sealer.refine(plain);
  expect(refined.info).toEqual(fine.info);
  expect(Buffer.from(refined.parts.ink)).toEqual(Buffer.from(fine.parts.ink));
  const broken = { ...plain, parts: { ...plain.parts, ink: plain.parts.ink.slice(0, -1) } };
  await expect(sealer.refine(broken)).rejects.toMatchObject({ code: "tape-damaged" });
  await sealer.close();
});

test("what cannot be sealed is refused as it is without a thread", async () => {
  const sealer = threadSealer({ script, failed: () => undefined });
  const entries = entriesFrom(1, [marker("a"), marker("b"), marker("c")]).filter(({ seq }) => seq !== 2);
  await expect(sealer.seal(entries, { before: EMPTY_BOARD })).rejects.toMatchObject({ code: "bad-argument" });
  await sealer.close();
});

test("without its thread blocks are sealed all the same, and it is told once", async () => {
  const failures: unknown[] = [];
  const nowhere = new URL("nowhere.js", script);
  const sealer = threadSealer({ script: nowhere, failed: (error) => failures.push(error) });
  const { entries, context } = sample();
  const expected = sealBlock(entries, context).info;
  expect((await sealer.seal(entries, context)).info).toEqual(expected);
  expect((await sealer.seal(entries, context)).info).toEqual(expected);
  const plain = await sealer.seal(entries, { ...context, form: "plain" });
  expect((await sealer.refine(plain)).info).toEqual(expected);
  expect(failures).toHaveLength(1);
  await sealer.close();
});
