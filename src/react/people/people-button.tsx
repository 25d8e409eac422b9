import Users from "lucide-react/icons/users";
import { useState } from "react";
import type { Theme } from "../../picture/palette.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { LateControl } from "../parts/late-control.js";
import { People } from "../parts/people.js";
import { useMembers } from "../use-members.js";
import { useStore } from "../use-store.js";
import type { Editor } from "../whiteboard/editor.js";
import { MEMBER_LIST } from "../whiteboard/late-parts.js";
import { type SeenNames, withNamesOf } from "./seen-names.js";

export interface PeopleButtonProps {
  readonly editor: Editor;
  readonly theme: Theme;
}

/** Who is in the room: their initials, which a click follows, and behind them the list of all. */
export function PeopleButton({ editor, theme }: PeopleButtonProps) {
  const { client, attention } = editor;
  const messages = useMessages();
  const members = useMembers(client);
  const followed = useStore(attention.state, (state) => state.followed, null);
  const [seen, setSeen] = useState<SeenNames>({});
  const names = withNamesOf(seen, members);
  if (names !== seen) setSeen(names);
  const toggle = (member: Parameters<typeof attention.follow>[0]) =>
    member === followed ? attention.stop() : attention.follow(member);
  return (
    <div className="inktape-people-corner">
      <People members={members} theme={theme} followed={followed} onPick={toggle} />
      <LateControl
        part={MEMBER_LIST}
        popup="dialog"
        trigger={
          <Button
            label={messages.showPeople(members.length)}
            className="inktape-people-toggle"
            data-count={members.length}
            icon={<Users />}
          />
        }
        props={{ editor, theme, members, names }}
      />
    </div>
  );
}
