import Eye from "lucide-react/icons/eye";
import PencilLine from "lucide-react/icons/pencil-line";
import Presentation from "lucide-react/icons/presentation";
import UserX from "lucide-react/icons/user-x";
import { useState } from "react";
import type { Theme } from "../../picture/palette.js";
import type { Access, Role } from "../../signal/signal.js";
import { useMessages } from "../context.js";
import type { Member } from "../members.js";
import { Button } from "../parts/button.js";
import { Avatar } from "../parts/people.js";

const ROLES: readonly Role[] = ["admin", "writer", "reader"];

export interface MemberRowProps {
  readonly person: Member;
  readonly theme: Theme;
  readonly isDrawing: boolean;
  /** The name of the page they look at; null when it need not be said. */
  readonly page: string | null;
  readonly isPresenter: boolean;
  readonly isFollowed: boolean;
  /** Whether what they may do is for this person to say. */
  readonly isRuled: boolean;
  readonly onFollow: (isWanted: boolean) => void;
  readonly onAccess: (access: Access) => void;
}

/** One member of a list: who it is, what it is at, and what can be done about it. */
export function MemberRow(props: MemberRowProps) {
  const { person, theme, isDrawing, page, isPresenter, isFollowed, isRuled, onFollow, onAccess } = props;
  const { profile, isSelf } = person;
  const messages = useMessages();
  const [isAsked, setAsked] = useState(false);
  const name = messages.person(profile.name, isSelf);
  const doing = [...(isRuled ? [] : [messages.role[profile.role]]), ...(page === null ? [] : [messages.onPage(page)])];
  return (
    <li className="inktape-member">
      <Avatar profile={profile} theme={theme} />
      <div className="inktape-member-name">
        <strong>{name}</strong>
        <small>
          {isRuled && (
            <select
              aria-label={messages.roleOf(profile.name)}
              value={profile.role}
              onChange={(event) => onAccess(event.target.value as Role)}
            >
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {messages.role[role]}
                </option>
              ))}
            </select>
          )}
          {doing.join(" · ")}
          {isPresenter && <Presentation aria-label={messages.presenting} role="img" />}
          {isDrawing && <PencilLine aria-label={messages.drawingNow} role="img" />}
        </small>
      </div>
      {!isSelf && (
        <Button
          label={isFollowed ? messages.stopFollowing(profile.name) : messages.followPerson(profile.name)}
          icon={<Eye />}
          data-soft=""
          aria-pressed={isFollowed}
          onClick={() => onFollow(!isFollowed)}
        />
      )}
      {isRuled && (
        <Button
          label={messages.keepOut(profile.name)}
          icon={<UserX />}
          aria-expanded={isAsked}
          onClick={() => setAsked(!isAsked)}
        />
      )}
      {isAsked && (
        <div className="inktape-member-question" role="group" aria-label={messages.keepOut(profile.name)}>
          <p>{messages.keepOutQuestion(profile.name)}</p>
          <Button label={messages.cancel} onClick={() => setAsked(false)}>
            {messages.cancel}
          </Button>
          <Button isPrimary label={messages.keepOutYes} onClick={() => onAccess("none")}>
            {messages.keepOutYes}
          </Button>
        </div>
      )}
    </li>
  );
}
