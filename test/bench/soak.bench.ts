import { median } from "./rate.js";
import { Histogram } from "./server/histogram.js";
import { pace } from "./server/pacing.js";
import { BATCHES_A_SECOND } from "./server/pen-batches.js";
import { inktape, ServerProcess, wait } from "./server/server-process.js";
import { SoakRoom } from "./server/soak-room.js";
import { broken } from "./server/speech.js";
import { withFolder } from "./server/trial.js";

const WRITERS = 30;
const READERS = 100;
const SECONDS = Number(process.env.INK_SOAK_SECONDS ?? 60);
/** The share of the time in which nothing is measured. */
const WARM_UP = 0.25;
const SAMPLES = 12;
/** For what a writer has to say at the end, should the timer be late. */
const SPARE_SECONDS = 5;
/** A collection that is asked for stops the server; what comes so soon after it is not timed. */
const DISTURBED_MS = 500;
/** What has not come so long after all else will not come. */
const LAST_MS = 5000;
const LOOK_MS = 100;

/**
 * One recorded room of this project's server, in a process of its own, with 30 writers and 100 readers for a minute (or
 * INK_SOAK_SECONDS): each writer sends 8 points (server/pen-batches.ts, the set wacom-uim) and its cursor 30 times a
 * second, and rubs out its oldest strokes. Growth is the slope of the heap after collections, the median of the slopes
 * between any two of them; what readers did not get is counted over all of them.
 */
export default async function bench() {
  const result = await withFolder(soak);
  const json = {
    p99: round(result.latencies.quantile(0.99)),
    growthMbPerMinute: round(result.growth),
    droppedPresence: result.missing.presence,
    lost: result.missing.documents + result.strokesMissing,
  };
  const rows = [
    { figure: "p50 ms", value: round(result.latencies.quantile(0.5)) },
    { figure: "p99 ms", value: json.p99 },
    { figure: "deliveries that were timed", value: result.latencies.count },
    { figure: "heap growth MB/min", value: json.growthMbPerMinute },
    { figure: "heap at the end MB", value: round(result.heapMb) },
    { figure: "RSS at the end MB", value: round(result.rssMb) },
    { figure: "server CPU, share of a core", value: round(result.cpuShare) },
    { figure: "presence entries dropped", value: json.droppedPresence },
    { figure: "document entries lost", value: json.lost },
  ];
  return { rows, json };
}

async function soak(folder: string) {
  const server = await ServerProcess.start(inktape, folder, ["--expose-gc"]);
  const latencies = new Histogram();
  let quietUntil = Number.POSITIVE_INFINITY;
  const batches = (SECONDS + SPARE_SECONDS) * BATCHES_A_SECOND;
  const room = await SoakRoom.open(server.port, { writers: WRITERS, readers: READERS, batches }, (latency) => {
    if (performance.now() >= quietUntil) latencies.add(latency);
  });
  const stop = pace(WRITERS, (writer) => room.write(writer));
  const isOver = wait(SECONDS * 1000).then(stop);
  await wait(SECONDS * 1000 * WARM_UP);
  const samples: Sample[] = [];
  for (let count = 0; count < SAMPLES; count++) {
    quietUntil = Number.POSITIVE_INFINITY;
    const { heapBytes, rssBytes, cpuUs } = await server.usage();
    quietUntil = performance.now() + DISTURBED_MS;
    samples.push({ at: performance.now(), heapMb: heapBytes / 2 ** 20, rssMb: rssBytes / 2 ** 20, cpuUs });
    await Promise.race([wait((SECONDS * 1000 * (1 - WARM_UP)) / SAMPLES), isOver]);
  }
  await isOver;
  if (latencies.count === 0) broken("the server delivered nothing.");
  const missing = await rest(room);
  const strokesMissing = await room.strokesMissing(server.port);
  room.close();
  await server.kill();
  const [first, last] = [samples[0] as Sample, samples.at(-1) as Sample];
  const cpuShare = (last.cpuUs - first.cpuUs) / 1000 / (last.at - first.at);
  return { latencies, growth: growthOf(samples), missing, strokesMissing, cpuShare, ...last };
}

interface Sample {
  readonly at: number;
  readonly heapMb: number;
  readonly rssMb: number;
  readonly cpuUs: number;
}

/** What is still missing when nothing comes any more. */
async function rest(room: SoakRoom): Promise<ReturnType<SoakRoom["missing"]>> {
  let missing = room.missing();
  for (let still = 0; still < LAST_MS && missing.documents + missing.presence > 0; still += LOOK_MS) {
    await wait(LOOK_MS);
    const now = room.missing();
    if (now.documents + now.presence < missing.documents + missing.presence) still = 0;
    missing = now;
  }
  if (missing.documents < 0 || missing.presence < 0) broken("more came than was sent.");
  return missing;
}

/** Megabytes a minute: the median of the slopes between any two samples (Theil and Sen), which outliers do not turn. */
function growthOf(samples: readonly Sample[]): number {
  const slopes = samples.flatMap((to, index) =>
    samples.slice(0, index).map((from) => ((to.heapMb - from.heapMb) / (to.at - from.at)) * 60_000),
  );
  return median(slopes);
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
