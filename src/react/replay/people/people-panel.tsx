import { useMemo } from "react";
import type { InkShown } from "../../../canvas/veil.js";
import type { Theme } from "../../../picture/palette.js";
import { useInktape, useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Popover } from "../../parts/popover.js";
import { Styles } from "../../parts/styles.js";
import { controlStyles } from "../../styles/controls.js";
import { peopleStyles } from "../../styles/people.js";
import { replayPeopleStyles } from "../../styles/replay-people.js";
import { throttled } from "../../throttle.js";
import { usePlayerState } from "../../use-player-state.js";
import { useStore, useValue } from "../../use-store.js";
import type { MomentFormat } from "../format-time.js";
import type { Stage } from "../use-stage.js";
import { ParticipantRow } from "./participant-row.js";
import { participantsOf } from "./participants.js";
import { type Presence, presencesOf } from "./participant-state.js";
import { singledOut, isSingledOut, toggled } from "./people-choice.js";
import { isSameWatched, WATCH_ALL, WATCH_PRESENTER, type Watched } from "./view-state.js";

export interface PeoplePanelProps {
  readonly stage: Stage;
  readonly theme: Theme;
  readonly format: MomentFormat;
}

/** What people are at is looked at no oftener. */
const EVERY_MS = 250;
const NOBODY: readonly never[] = [];
const NOTHING: Readonly<Record<string, Presence>> = {};
const INK: readonly InkShown[] = ["shown", "dimmed", "hidden"];

/** Everybody of a recording: whose view is shown, who is shown, and what is told of them. */
export function PeoplePanel({ stage, theme, format, trigger }: PeoplePanelProps & LateControlPart) {
  const { replayPeople: words } = useMessages();
  return (
    <>
      <Styles name="replay-people" rules={controlStyles + peopleStyles + replayPeopleStyles} />
      <Popover label={words.panel} className="inktape-members" align="end" trigger={trigger}>
        <ViewChoice stage={stage} />
        <ParticipantList stage={stage} theme={theme} format={format} />
        <NarrationSwitch stage={stage} />
      </Popover>
    </>
  );
}

/** What the view shows by itself. */
function ViewChoice({ stage: { follower } }: Pick<PeoplePanelProps, "stage">) {
  const { replayPeople: words } = useMessages();
  const { watched, isRoaming } = useValue(follower.state);
  const choice = (to: Watched, label: string) => (
    <Button
      label={label}
      data-soft=""
      aria-pressed={!isRoaming && isSameWatched(watched, to)}
      onClick={() => follower.follow(to)}
    >
      {label}
    </Button>
  );
  return (
    <div className="inktape-view-choice" role="group" aria-label={words.view}>
      {choice(WATCH_ALL, words.watchAll)}
      {choice(WATCH_PRESENTER, words.watchPresenter)}
    </div>
  );
}

function ParticipantList({ stage, theme, format }: PeoplePanelProps) {
  const { player, follower, people } = stage;
  const { clock } = useInktape();
  const { replayPeople: words } = useMessages();
  const members = usePlayerState(player, (state) => state.members) ?? NOBODY;
  const all = useMemo(() => participantsOf(members), [members]);
  const choice = useValue(people);
  const { watched, isRoaming } = useValue(follower.state);
  const calm = useMemo(() => throttled(player.frame, EVERY_MS, clock), [player, clock]);
  const presences = useStore(calm, ({ board }) => (board ? presencesOf(board, all) : NOTHING), NOTHING);
  return (
    <>
      <h2>{words.count(all.length)}</h2>
      <ul>
        {all.map((person) => {
          const view = { type: "participant", user: person.user } as const;
          const isFollowed = !isRoaming && isSameWatched(watched, view);
          return (
            <ParticipantRow
              key={person.user}
              person={person}
              presence={presences[person.user] ?? "away"}
              theme={theme}
              format={format}
              isFollowed={isFollowed}
              isHidden={choice.hidden.includes(person.user)}
              isSingledOut={isSingledOut(choice, all, person.user)}
              onFollow={() => follower.follow(isFollowed ? WATCH_ALL : view)}
              onHide={() => people.set(toggled(choice, person.user))}
              onSingleOut={() => people.set(singledOut(choice, all, person.user))}
            />
          );
        })}
      </ul>
      <label className="inktape-ink-choice">
        {words.inkOfHidden}
        <select value={choice.ink} onChange={(event) => people.set({ ...choice, ink: event.target.value as InkShown })}>
          {INK.map((ink) => (
            <option key={ink} value={ink}>
              {words.ink[ink]}
            </option>
          ))}
        </select>
      </label>
      {choice.hidden.length > 0 && (
        <Button label={words.showEverybody} onClick={() => people.set({ ...choice, hidden: [] })}>
          {words.showEverybody}
        </Button>
      )}
    </>
  );
}

function NarrationSwitch({ stage: { isNarrated } }: Pick<PeoplePanelProps, "stage">) {
  const { replayPeople: words } = useMessages();
  const isOn = useValue(isNarrated);
  return (
    <label className="inktape-narration-switch">
      <input
        type="checkbox"
        checked={isOn}
        aria-keyshortcuts="N"
        onChange={(event) => isNarrated.set(event.target.checked)}
      />
      {words.narrate}
    </label>
  );
}
