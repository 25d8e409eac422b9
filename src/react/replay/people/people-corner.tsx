import Users from "lucide-react/icons/users";
import { useMemo } from "react";
import type { MemberId } from "../../../signal/ids.js";
import { useMessages } from "../../context.js";
import { membersOf } from "../../members.js";
import { Button } from "../../parts/button.js";
import { LateControl } from "../../parts/late-control.js";
import { People } from "../../parts/people.js";
import { useFrame } from "../../use-position.js";
import { useValue } from "../../use-store.js";
import { PEOPLE_PANEL } from "./late-parts.js";
import type { PeoplePanelProps } from "./people-panel.js";
import { watchedMember } from "./recorded-camera.js";
import { WATCH_ALL } from "./view-state.js";

const NOBODY = {};

/** Who is in the room at the moment shown, as initials, which a click follows; and behind them everybody who ever was. */
export function PeopleCorner({ stage, theme, format }: PeoplePanelProps) {
  const { player, follower } = stage;
  const { replayPeople } = useMessages();
  const { watched, isRoaming } = useValue(follower.state);
  const present = useFrame(player, ({ board }) => board?.members) ?? NOBODY;
  const members = useMemo(() => membersOf(present, null), [present]);
  const followed = useFrame(player, ({ board }) => board && watchedMember(board, watched)) ?? null;
  const shown = isRoaming ? null : followed;
  const pick = (member: MemberId) => {
    const user = members.find((other) => other.member === member)?.profile.user;
    if (user !== undefined) follower.follow(member === shown ? WATCH_ALL : { type: "participant", user });
  };
  return (
    <div className="inktape-replay-people">
      <People members={members} theme={theme} followed={shown} onPick={pick} />
      <LateControl
        part={PEOPLE_PANEL}
        popup="dialog"
        trigger={<Button label={replayPeople.panel} className="inktape-replay-people-toggle" icon={<Users />} />}
        props={{ stage, theme, format }}
      />
    </div>
  );
}
