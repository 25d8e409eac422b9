import { describe, expect, test } from "vitest";
import { attend, type AttentionEvent, OWN_VIEW, presenterMode } from "../../../src/react/people/attention-state.js";
import type { MemberId } from "../../../src/signal/ids.js";

const ME = 1 as MemberId;
const ANN = 2 as MemberId;
const BEN = 3 as MemberId;

const after = (...events: readonly AttentionEvent[]) => events.reduce(attend, OWN_VIEW);
const presents = (member: MemberId | null): AttentionEvent => ({ type: "presenter", member, self: ME });
const follow = (member: MemberId): AttentionEvent => ({ type: "follow", member });
const STOP: AttentionEvent = { type: "stop" };

describe("following", () => {
  test("goes on until this person moves, or the other one leaves", () => {
    expect(after(follow(ANN)).followed).toBe(ANN);
    expect(after(follow(ANN), STOP).followed).toBeNull();
    expect(after(follow(ANN), { type: "left", member: BEN }).followed).toBe(ANN);
    expect(after(follow(ANN), { type: "left", member: ANN }).followed).toBeNull();
  });

  test("what changes nothing gives the same object", () => {
    const following = after(follow(ANN));
    expect(attend(following, follow(ANN))).toBe(following);
    expect(attend(following, presents(null))).toBe(following);
    expect(attend(OWN_VIEW, STOP)).toBe(OWN_VIEW);
  });
});

describe("a presenter", () => {
  const modeAfter = (...events: readonly AttentionEvent[]) => presenterMode(after(...events), ME);

  test("is followed, until this person moves; then it has freedom until it follows again", () => {
    expect(modeAfter()).toBe("own");
    expect(modeAfter(presents(ANN))).toBe("follower");
    expect(modeAfter(presents(ANN), STOP)).toBe("freedom");
    expect(modeAfter(presents(ANN), STOP, presents(ANN))).toBe("freedom");
    expect(modeAfter(presents(ANN), STOP, follow(ANN))).toBe("follower");
  });

  test("who follows is let go at the end, who follows somebody else is not", () => {
    expect(after(presents(ANN), presents(null))).toEqual(OWN_VIEW);
    expect(after(presents(ANN), follow(BEN), presents(null)).followed).toBe(BEN);
  });

  test("the next one takes everybody's view, whomever they followed", () => {
    expect(after(presents(ANN), STOP, presents(BEN)).followed).toBe(BEN);
    expect(after(follow(ANN), presents(BEN)).followed).toBe(BEN);
  });

  test("looks where it wants itself", () => {
    expect(modeAfter(follow(ANN), presents(ME))).toBe("broadcaster");
    expect(after(follow(ANN), presents(ME)).followed).toBeNull();
  });
});
