import { expect, test } from "vitest";
import { participantsOf } from "../../../../src/react/replay/people/participants.js";
import {
  EVERYBODY,
  isSingledOut,
  singledOut,
  toggled,
  veilOf,
} from "../../../../src/react/replay/people/people-choice.js";
import { presencesOf } from "../../../../src/react/replay/people/participant-state.js";
import { presentation } from "../../../../src/board/presenter.js";
import type { MemberId, Millis } from "../../../../src/signal/ids.js";
import type { TapeMember } from "../../../../src/tape/timeline.js";
import { ANN, BEN, idOf, ink, Log } from "../../../canvas/support/log.js";

const stay = (user: string, member: number, from: number, to: number, name = user): TapeMember => ({
  user,
  name,
  color: "red",
  member: member as MemberId,
  from: from as Millis,
  to: to as Millis,
});
const people = participantsOf([
  stay("ben", 3, 50, 90),
  stay("ann", 2, 10, 20),
  stay("ann", 4, 60, 80, "Ann M."),
  stay("cy", 5, 70, 75),
]);

test("a person who came twice is one, with both stays and the newest name", () => {
  expect(people.map(({ user, name, members }) => [user, name, members])).toEqual([
    ["ann", "Ann M.", [2, 4]],
    ["ben", "ben", [3]],
    ["cy", "cy", [5]],
  ]);
  expect(people[0]?.stays).toEqual([
    { from: 10, to: 20 },
    { from: 60, to: 80 },
  ]);
});

test("hiding somebody veils all that they ever were", () => {
  const choice = toggled(EVERYBODY, "ann");
  expect([...veilOf(choice, people).members]).toEqual([2, 4]);
  expect(toggled(choice, "ann")).toEqual(EVERYBODY);
});

test("singling out hides all the others, and again shows everybody", () => {
  const only = singledOut(toggled(EVERYBODY, "ann"), people, "ann");
  expect(only.hidden).toEqual(["ben", "cy"]);
  expect(["ann", "ben"].map((user) => isSingledOut(only, people, user))).toEqual([true, false]);
  expect(singledOut(only, people, "ann").hidden).toEqual([]);
  expect(singledOut(only, people, "cy").hidden).toEqual(["ann", "ben"]);
});

test("who is alone is not singled out", () => {
  expect(isSingledOut(EVERYBODY, people.slice(0, 1), "ann")).toBe(false);
});

test("people are away, here, presenting or drawing", () => {
  const all = participantsOf([stay("Ann", ANN, 0, 9), stay("Ben", BEN, 0, 9), stay("Cy", 7, 0, 9)]);
  const log = new Log();
  log.join(ANN, "Ann");
  log.join(BEN, "Ben");
  log.add(BEN, presentation(BEN));
  expect(presencesOf(log.board, all)).toEqual({ Ann: "here", Ben: "presenting", Cy: "away" });
  const { points: _, ...head } = ink(idOf(0, ANN));
  log.add(ANN, { type: "ink.begin", shape: head });
  expect(presencesOf(log.board, all)["Ann"]).toBe("drawing");
});
