import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { partKey, type TapePart } from "../../src/tape/parts.js";
import type { Timeline } from "../../src/tape/timeline.js";
import { TapeMaker } from "./tape-maker.js";
import { YearRoom, type YearPlan } from "./year-room.js";

/** What the file of a tape's parts holds where. */
interface Contents {
  readonly timeline: Timeline;
  readonly places: Readonly<Record<string, readonly [offset: number, length: number]>>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
/** All that a made-up tape follows from. */
const SOURCES = [
  ...["signal", "board", "tape"].flatMap((folder) => filesIn(path.join(root, "src", folder))),
  ...["year-room", "year-member", "handwriting", "tape-maker", "year-tape"].map((file) =>
    path.join(root, "test/bench", `${file}.ts`),
  ),
];

/** The tape of a made-up room, with the bytes of all its parts at hand. */
export class YearTape {
  readonly timeline: Timeline;
  readonly #places: Contents["places"];
  readonly #bytes: Uint8Array;

  private constructor({ timeline, places }: Contents, bytes: Uint8Array) {
    this.timeline = timeline;
    this.#places = places;
    this.#bytes = bytes;
  }

  /**
   * The tape of the plan, which takes minutes to make. It is kept in the system's folder for temporary files, for as long
   * as the sources it follows from stay the same.
   */
  static of(plan: YearPlan): YearTape {
    const folder = path.join(tmpdir(), "inktape-bench", `${plan.entries}-${plan.spans}-${plan.shapes}-${version()}`);
    if (!existsSync(folder)) make(plan, folder);
    const contents = JSON.parse(readFileSync(path.join(folder, "contents.json"), "utf8")) as Contents;
    return new YearTape(contents, readFileSync(path.join(folder, "parts")));
  }

  /** The bytes of all blocks and keyframes. */
  get bytes(): number {
    return this.#bytes.length;
  }

  part(part: TapePart): Uint8Array {
    const [offset, length] = this.#places[partKey(part)] ?? [0, 0];
    return this.#bytes.subarray(offset, offset + length);
  }
}

function make(plan: YearPlan, folder: string): void {
  const half = `${folder}.half`;
  mkdirSync(half, { recursive: true });
  const file = openSync(path.join(half, "parts"), "w");
  const places: Record<string, [number, number]> = {};
  let end = 0;
  const maker = new TapeMaker((key, bytes) => {
    writeSync(file, bytes);
    places[key] = [end, bytes.length];
    end += bytes.length;
  });
  let done = 0;
  for (const run of new YearRoom(plan).entries()) {
    if (run === null) {
      maker.endSpan();
      continue;
    }
    maker.add(run);
    const before = done;
    done += run.length;
    if (Math.floor((10 * before) / plan.entries) < Math.floor((10 * done) / plan.entries)) {
      console.error(`made-up room: ${done} of ${plan.entries} entries, ${end} bytes`);
    }
  }
  const { timeline } = maker.finish();
  closeSync(file);
  writeFileSync(path.join(half, "contents.json"), JSON.stringify({ timeline, places } satisfies Contents));
  renameSync(half, folder);
}

function version(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => path.join(folder, file));
}
