import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import Focus from "lucide-react/icons/focus";
import PencilLine from "lucide-react/icons/pencil-line";
import Presentation from "lucide-react/icons/presentation";
import UserCheck from "lucide-react/icons/user-check";
import type { Theme } from "../../../picture/palette.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Avatar } from "../../parts/people.js";
import type { MomentFormat } from "../format-time.js";
import type { Presence } from "./participant-state.js";
import type { Participant } from "./participants.js";

export interface ParticipantRowProps {
  readonly person: Participant;
  readonly presence: Presence;
  readonly theme: Theme;
  readonly format: MomentFormat;
  readonly isFollowed: boolean;
  readonly isHidden: boolean;
  readonly isSingledOut: boolean;
  readonly onFollow: () => void;
  readonly onHide: () => void;
  readonly onSingleOut: () => void;
}

/** One person of a recording: when they were there, what they are at, and what the viewer wants to see of them. */
export function ParticipantRow(props: ParticipantRowProps) {
  const { person, presence, theme, format, isFollowed, isHidden } = props;
  const { name } = person;
  const messages = useMessages();
  const { replayPeople: words } = messages;
  const times = person.stays
    .map(({ from, to }) => messages.timeline.fromTo(format.time(from), format.time(to)))
    .join(", ");
  return (
    <li className="inktape-member" data-presence={presence} data-hidden={isHidden || undefined}>
      <Avatar profile={person} theme={theme} />
      <div className="inktape-member-name">
        <strong>{name}</strong>
        <small>
          <span title={times}>{times}</span>
          {presence === "drawing" && <PencilLine aria-label={messages.drawingNow} role="img" />}
          {presence === "presenting" && <Presentation aria-label={messages.presenting} role="img" />}
        </small>
      </div>
      <Button
        label={isFollowed ? messages.stopFollowing(name) : messages.followPerson(name)}
        icon={<Focus />}
        data-soft=""
        aria-pressed={isFollowed}
        onClick={props.onFollow}
      />
      <Button
        label={words.singleOut(name)}
        icon={<UserCheck />}
        data-soft=""
        aria-pressed={props.isSingledOut}
        onClick={props.onSingleOut}
      />
      <Button
        label={isHidden ? words.show(name) : words.hide(name)}
        icon={isHidden ? <EyeOff /> : <Eye />}
        onClick={props.onHide}
      />
    </li>
  );
}
