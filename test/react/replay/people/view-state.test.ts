import { expect, test } from "vitest";
import {
  FIRST_VIEW,
  roaming,
  WATCH_ALL,
  WATCH_PRESENTER,
  watching,
  type Watched,
} from "../../../../src/react/replay/people/view-state.js";

const ann: Watched = { type: "participant", user: "ann" };
const ben: Watched = { type: "participant", user: "ben" };

test("who roams comes back to what was followed before", () => {
  const followed = watching(FIRST_VIEW, ann);
  const roams = roaming(followed);
  expect(roams).toEqual({ watched: ann, isRoaming: true });
  expect(roaming(roams)).toBe(roams);
  expect(watching(roams)).toEqual(followed);
});

test("something else is followed at once, also while one roams", () => {
  expect(watching(roaming(FIRST_VIEW), WATCH_PRESENTER)).toEqual({ watched: WATCH_PRESENTER, isRoaming: false });
  expect(watching(watching(FIRST_VIEW, ann), ben).watched).toBe(ben);
});

test("following what is followed is nothing new", () => {
  const followed = watching(FIRST_VIEW, ann);
  expect(watching(followed, { ...ann })).toBe(followed);
  expect(watching(FIRST_VIEW, WATCH_ALL)).toBe(FIRST_VIEW);
});
