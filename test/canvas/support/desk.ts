import { onTestFinished } from "vitest";
import { shapesOf } from "../../../src/board/leaves.js";
import { attachTools } from "../../../src/canvas/attach-tools.js";
import type { ToolName } from "../../../src/canvas/tool.js";
import { createStore } from "../../../src/store/store.js";
import { Log, ME } from "./log.js";
import { mountView } from "./mount.js";
import { Fingertip } from "./pointer-events.js";
import { recordedContext } from "./recorded-context.js";

/** A whiteboard with one tool in hand. */
export function deskWith(name: ToolName) {
  const log = new Log();
  const mounted = mountView(() => ({ board: log.board, time: log.time, self: ME }));
  const { context, record } = recordedContext(log, mounted.view);
  const [tool, isReadOnly, isPenMode] = [createStore(name), createStore(false), createStore(false)];
  const detach = attachTools(mounted.host, context, { tool, isReadOnly, isPenMode });
  onTestFinished(detach);
  let now = 1000;
  const wait = (ms: number) => (now += ms);
  const pointer = (init?: PointerEventInit) => new Fingertip(mounted.host, init, () => now);
  const typesSent = () => record.sent.map(({ type }) => type).filter((type) => type !== "cursor");
  const cursors = () => record.sent.flatMap((signal) => (signal.type === "cursor" ? [signal.cursor] : []));
  const shapes = () => [...shapesOf(log.board)];
  return { ...mounted, log, record, tool, isReadOnly, isPenMode, detach, wait, pointer, typesSent, cursors, shapes };
}
