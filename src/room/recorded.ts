import type { Entry } from "../signal/entry.js";

/** Entries one after another that are all recorded, or all not. Never empty. */
export interface RecordedRun {
  readonly isRecorded: boolean;
  readonly entries: readonly Entry[];
}

/**
 * Cuts entries where recording starts and stops. An entry is recorded when recording was on before it or is on after
 * it: so the words that start a recording and those that end it are both on the tape.
 *
 * @param isOn whether recording was on before the first entry.
 */
export function recordedRuns(entries: readonly Entry[], isOn: boolean): readonly RecordedRun[] {
  const runs: { isRecorded: boolean; entries: Entry[] }[] = [];
  let on = isOn;
  for (const entry of entries) {
    const after = isRecordingAfter(entry, on);
    const isRecorded = on || after;
    const run = runs.at(-1);
    if (run?.isRecorded === isRecorded) run.entries.push(entry);
    else runs.push({ isRecorded, entries: [entry] });
    on = after;
  }
  return runs;
}

/** Whether recording is on after `entry`, given whether it was on before. */
function isRecordingAfter(entry: Entry, before: boolean): boolean {
  return entry.signal.type === "recording.set" ? entry.signal.on : before;
}

/** Whether recording is on after the last of the entries, given whether it was on before the first. */
export function isRecordingAtEnd(entries: readonly Entry[], before: boolean): boolean {
  return entries.reduce((on, entry) => isRecordingAfter(entry, on), before);
}
