import { median } from "./rate.js";
import { lateJoin } from "./server/late-join.js";
import { CONTENDERS, SCENARIOS, trial, type Outcome } from "./server/trial.js";

type ContenderName = keyof typeof CONTENDERS;
type ScenarioName = keyof typeof SCENARIOS;
type Results = { readonly [C in ContenderName]: { readonly [S in ScenarioName]: Outcome } };

const CONTENDER_NAMES = Object.keys(CONTENDERS) as ContenderName[];
const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[];
const ROUNDS = Number(process.env.INK_SERVER_ROUNDS ?? 1);
const SECONDS = Number(process.env.INK_SERVER_SECONDS ?? 10);

/**
 * This project's server beside y-websocket and Hocuspocus, in memory and with their storage, each with its defaults in a
 * process of its own on this machine, under the same load of handwriting (server/pen-batches.ts: the set wacom-uim).
 * Rooms of this project's are at different places of their blocks when it begins, so that some are sealed meanwhile.
 * Hocuspocus stores every 10 s, so a round takes as long unless INK_SERVER_SECONDS says other; in each of INK_SERVER_ROUNDS
 * rounds (one, of some five minutes) the servers take turns. Medians are reported, but of what is lost the sum.
 *
 * After every round the server is killed while all write. Lost is what somebody had seen, or had acknowledged, and is not
 * there when the server runs again. At last somebody comes late to a room of this project's (server/late-join.ts).
 */
export default async function bench() {
  const outcomes = new Map<string, Outcome[]>();
  for (let round = 1; round <= ROUNDS; round++) {
    for (const scenario of SCENARIO_NAMES) {
      for (const contender of CONTENDER_NAMES) {
        const outcome = await trial(CONTENDERS[contender], SCENARIOS[scenario], SECONDS * 1000);
        const key = `${contender}/${scenario}`;
        outcomes.set(key, [...(outcomes.get(key) ?? []), outcome]);
      }
    }
  }
  const results = byName(CONTENDER_NAMES, (contender) =>
    byName(SCENARIO_NAMES, (scenario) => middle(outcomes.get(`${contender}/${scenario}`) ?? [])),
  ) as Results;
  const { ms, bytes, nextMs } = await lateJoin();
  return {
    rows: [
      ...SCENARIO_NAMES.flatMap((scenario) =>
        CONTENDER_NAMES.map((name) => row(scenario, name, results[name][scenario])),
      ),
      { scenario: "lateJoin", server: "inktape", ms: round(ms), "ms for the next one": round(nextMs), bytes },
    ],
    json: { ...results, lateJoin: { ms: round(ms), bytes } },
  };
}

function byName<Name extends string, T>(names: readonly Name[], make: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;
}

function middle(outcomes: readonly Outcome[]): Outcome {
  const of = (figure: keyof Outcome) => round(median(outcomes.map((outcome) => outcome[figure])));
  return {
    deliveredPerSecond: of("deliveredPerSecond"),
    cpuUsPerDelivery: of("cpuUsPerDelivery"),
    p50: of("p50"),
    p99: of("p99"),
    bytesPerPointDown: of("bytesPerPointDown"),
    bytesPerPointUp: of("bytesPerPointUp"),
    diskBytesPerBatch: of("diskBytesPerBatch"),
    rssMb: of("rssMb"),
    lost: outcomes.reduce((sum, { lost }) => sum + lost, 0),
  };
}

function row(scenario: string, server: string, outcome: Outcome): Record<string, string | number> {
  return {
    scenario,
    server,
    "delivered/s": Math.round(outcome.deliveredPerSecond),
    "CPU us each": outcome.cpuUsPerDelivery,
    "p50 ms": outcome.p50,
    "p99 ms": outcome.p99,
    "bytes/point down": outcome.bytesPerPointDown,
    "bytes/point up": outcome.bytesPerPointUp,
    "disk bytes/batch": Math.round(outcome.diskBytesPerBatch),
    "RSS MB": outcome.rssMb,
    "batches lost": outcome.lost,
  };
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
