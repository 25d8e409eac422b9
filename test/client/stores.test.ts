import { expect, test, vi } from "vitest";

import { EMPTY_BOARD } from "../../src/board/board.js";
import { FIRST_TRY } from "../../src/client/connection.js";
import { EMPTY_HISTORY, record } from "../../src/client/history.js";
import { emptyOutbox } from "../../src/client/outbox.js";
import { act, predict } from "../../src/client/prediction.js";
import { createStores, type Shown } from "../../src/client/stores.js";
import { InktapeError } from "../../src/signal/errors.js";
import { ANNA } from "../board/log.js";
import { cursor, marker, ready } from "./signals.js";

const nobody: Shown = { who: null, prediction: null, history: EMPTY_HISTORY, phase: FIRST_TRY };
const anna: Shown = {
  who: { member: ANNA, role: "writer" },
  prediction: act(predict(ANNA, EMPTY_BOARD, emptyOutbox(0)), ready([marker("a"), cursor(1), marker("b")])),
  history: record(EMPTY_HISTORY, [marker("c")]),
  phase: { state: "online", attempt: 0, since: 0 },
};

test("they show what is now so", () => {
  const stores = createStores();
  stores.show(() => anna);
  expect(stores.confirmed.get()).toBe(EMPTY_BOARD);
  expect(stores.board.get()).toBe(anna.prediction?.board);
  expect(stores.self.get()).toEqual({ member: ANNA, role: "writer" });
  expect(stores.history.get()).toEqual({ canUndo: true, canRedo: false });
  expect(stores.status.get()).toEqual({ state: "online", error: null, pending: 2 });
});

test("the status says why a client is offline", () => {
  const stores = createStores();
  const error = new InktapeError("offline", "Gone.");
  stores.show(() => ({ ...nobody, phase: { state: "offline", attempt: 3, error } }));
  expect(stores.status.get()).toEqual({ state: "offline", error, pending: 0 });
});

test("what says the same is no change, though it is another object", () => {
  const stores = createStores();
  stores.show(() => structuredClone({ ...anna, prediction: null }));
  const changes = vi.fn<() => void>();
  for (const store of [stores.self, stores.history, stores.status]) store.subscribe(changes);
  stores.show(() => structuredClone({ ...anna, prediction: null }));
  expect(changes).not.toHaveBeenCalled();
});

test("a listener that brings on another state leaves no store behind with the old one", () => {
  const stores = createStores();
  let now = anna;
  const stop = stores.confirmed.subscribe(() => {
    stop();
    now = nobody;
    stores.show(() => now);
  });
  stores.show(() => now);
  expect([stores.confirmed.get(), stores.board.get(), stores.self.get()]).toEqual([null, null, null]);
  expect(stores.status.get().state).toBe("connecting");
});
