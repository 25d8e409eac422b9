import type { CSSProperties } from "react";
import { inkColor, readableOn, type Theme } from "../../picture/palette.js";
import type { MemberId } from "../../signal/ids.js";
import type { Profile } from "../../signal/signal.js";
import { useMessages } from "../context.js";
import type { Member } from "../members.js";
import { initialsOf } from "./initials.js";

const MOST = 5;

export interface PeopleProps {
  readonly members: readonly Member[];
  readonly theme: Theme;
  /** Whose view is followed. */
  readonly followed?: MemberId | null;
  /** Called when the initials of somebody else are clicked; without it they cannot be. */
  readonly onPick?: (member: MemberId) => void;
}

/** Who is in the room, as initials; beyond five, how many more. */
export function People({ members, theme, followed = null, onPick }: PeopleProps) {
  const messages = useMessages();
  const shown = members.length > MOST ? members.slice(0, MOST - 1) : members;
  const rest = members.slice(shown.length);
  if (members.length === 0) return null;
  return (
    <ul className="inktape-people" aria-label={messages.people}>
      {shown.map(({ member, profile, isSelf }) => {
        const name = messages.person(profile.name, isSelf);
        return (
          <li key={member} title={name}>
            {onPick && !isSelf ? (
              <button
                type="button"
                className="inktape-person-button"
                aria-pressed={member === followed}
                onClick={() => onPick(member)}
              >
                <Avatar profile={profile} theme={theme} />
                <span className="inktape-hidden">{messages.followPerson(profile.name)}</span>
              </button>
            ) : (
              <>
                <Avatar profile={profile} theme={theme} />
                <span className="inktape-hidden">{name}</span>
              </>
            )}
          </li>
        );
      })}
      {rest.length > 0 && (
        <li title={rest.map(({ profile }) => profile.name).join(", ")}>
          <span className="inktape-person" data-more="" aria-hidden="true">
            +{rest.length}
          </span>
          <span className="inktape-hidden">{messages.morePeople(rest.length)}</span>
        </li>
      )}
    </ul>
  );
}

/** A member's initials in its colour. Says nothing to those who listen. */
export function Avatar({
  profile,
  theme,
}: {
  readonly profile: Pick<Profile, "name" | "color">;
  readonly theme: Theme;
}) {
  const color = inkColor(profile.color, theme);
  const colors = { "--person": color, "--on-person": readableOn(color) };
  return (
    <span className="inktape-person" style={colors as CSSProperties} aria-hidden="true">
      {initialsOf(profile.name)}
    </span>
  );
}
