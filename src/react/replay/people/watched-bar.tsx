import Eye from "lucide-react/icons/eye";
import Presentation from "lucide-react/icons/presentation";
import { type CSSProperties, useMemo } from "react";
import { inkColor, readableOn, type Theme } from "../../../picture/palette.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Styles } from "../../parts/styles.js";
import { controlStyles } from "../../styles/controls.js";
import { peopleStyles } from "../../styles/people.js";
import { replayPeopleStyles } from "../../styles/replay-people.js";
import { usePlayerState } from "../../use-player-state.js";
import { useFrame } from "../../use-position.js";
import { useValue } from "../../use-store.js";
import type { Stage } from "../use-stage.js";
import { participantsOf } from "./participants.js";
import { watchedMember } from "./recorded-camera.js";
import { WATCH_ALL } from "./view-state.js";

export interface WatchedBarProps {
  readonly stage: Stage;
  readonly theme: Theme;
}

const NOBODY: readonly never[] = [];

/** Whose view is shown: a frame in their colour, and the way out. Nothing while all is shown, or the viewer roams. */
export function WatchedBar({ stage: { player, follower }, theme }: WatchedBarProps) {
  const messages = useMessages();
  const { replayPeople: words } = messages;
  const { watched, isRoaming } = useValue(follower.state);
  const members = usePlayerState(player, (state) => state.members) ?? NOBODY;
  const profile = useFrame(player, ({ board }) => {
    const member = board && watchedMember(board, watched);
    return board && member !== null ? board.members[member] : null;
  });
  const known = useMemo(
    () => participantsOf(members).find(({ user }) => watched.type === "participant" && user === watched.user),
    [members, watched],
  );
  if (watched.type === "all" || isRoaming) return null;

  const color = inkColor((profile ?? known)?.color ?? "black", theme);
  const colors = { "--person": color, "--on-person": readableOn(color) } as CSSProperties;
  const name = (profile ?? known)?.name ?? words.somebody;
  const isPresenter = watched.type === "presenter";
  const absent = isPresenter ? words.nobodyPresents : words.notThere(name);
  const here = isPresenter ? messages.presents(name) : messages.following(name);
  return (
    <>
      <Styles name="replay-people" rules={controlStyles + peopleStyles + replayPeopleStyles} />
      {profile && <div className="inktape-follow-frame" style={colors} aria-hidden="true" />}
      <div className="inktape-follow" style={colors} data-framed={profile ? "" : undefined} role="status">
        {isPresenter ? <Presentation /> : <Eye />}
        <span>{profile ? here : absent}</span>
        <Button label={messages.stop} onClick={() => follower.follow(WATCH_ALL)}>
          {messages.stop}
        </Button>
      </div>
    </>
  );
}
