import { InktapeError } from "../../src/signal/errors.js";
import { blockKey, keyframeKey } from "../../src/tape/parts.js";
import type { TapeSource } from "../../src/tape/tape-source.js";

/** A tape whose parts come only when they are let through. */
export interface GatedTape extends TapeSource {
  /** Names of the parts that are being waited for, in the order they were asked for. */
  readonly waiting: () => string[];
  /** Names of the parts whose fetch was aborted. */
  readonly aborted: string[];
  /** Lets the part come. */
  open(key: string): void;
  /** Lets every part come that is waited for. */
  openAll(): void;
  /** Lets the fetch of the part fail. */
  fail(key: string, error: Error): void;
}

/** Puts a gate before a tape's blocks and keyframes. */
export function gated(tape: TapeSource): GatedTape {
  const gates = new Map<string, { open: () => void; fail: (error: Error) => void }>();
  const aborted: string[] = [];
  const pass = (key: string, fetch: () => Promise<Uint8Array>, signal?: AbortSignal) =>
    new Promise<Uint8Array>((resolve, reject) => {
      const leave = () => gates.delete(key);
      signal?.addEventListener("abort", () => {
        leave();
        aborted.push(key);
        reject(new DOMException("Aborted.", "AbortError"));
      });
      gates.set(key, {
        open: () => {
          leave();
          resolve(fetch());
        },
        fail: (error) => {
          leave();
          reject(error);
        },
      });
    });
  const gate = (key: string) => {
    const found = gates.get(key);
    if (!found)
      throw new InktapeError("bad-argument", `Nobody waits for ${key}, only for ${[...gates.keys()].join()}.`);
    return found;
  };
  return {
    timeline: (range) => tape.timeline(range),
    block: (ref, signal) => pass(blockKey(ref), () => tape.block(ref), signal),
    part: (ref, part, signal) => pass(blockKey(ref, part), () => tape.part(ref, part), signal),
    keyframe: (ref, signal) => pass(keyframeKey(ref), () => tape.keyframe(ref), signal),
    waiting: () => [...gates.keys()],
    aborted,
    open: (key) => gate(key).open(),
    openAll: () => [...gates.values()].forEach(({ open }) => open()),
    fail: (key, error) => gate(key).fail(error),
  };
}
