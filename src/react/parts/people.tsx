import type { CSSProperties } from "react";
import { inkColor, readableOn, type Theme } from "../../picture/palette.js";
import { useMessages } from "../context.js";
import type { Member } from "../members.js";
import { initialsOf } from "./initials.js";

const MOST = 5;

export interface PeopleProps {
  readonly members: readonly Member[];
  readonly theme: Theme;
}

/** Who is in the room, as initials; beyond five, how many more. */
export function People({ members, theme }: PeopleProps) {
  const messages = useMessages();
  const shown = members.length > MOST ? members.slice(0, MOST - 1) : members;
  const rest = members.slice(shown.length);
  if (members.length === 0) return null;
  return (
    <ul className="inktape-people" aria-label={messages.people}>
      {shown.map(({ member, profile, isSelf }) => {
        const name = messages.person(profile.name, isSelf);
        const color = inkColor(profile.color, theme);
        const colors = { "--person": color, "--on-person": readableOn(color) };
        return (
          <li key={member} className="inktape-person" style={colors as CSSProperties} title={name}>
            <span aria-hidden="true">{initialsOf(profile.name)}</span>
            <span className="inktape-hidden">{name}</span>
          </li>
        );
      })}
      {rest.length > 0 && (
        <li className="inktape-person" data-more="" title={rest.map(({ profile }) => profile.name).join(", ")}>
          <span aria-hidden="true">+{rest.length}</span>
          <span className="inktape-hidden">{messages.morePeople(rest.length)}</span>
        </li>
      )}
    </ul>
  );
}
