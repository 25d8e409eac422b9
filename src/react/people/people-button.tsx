import Users from "lucide-react/icons/users";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Theme } from "../../picture/palette.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { lateElement, useLate } from "../parts/late.js";
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
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useState<SeenNames>({});
  const names = withNamesOf(seen, members);
  if (names !== seen) setSeen(names);
  const MemberList = useLate(MEMBER_LIST, isOpen);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen || !MemberList) return undefined;
    const press = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", press, true);
    return () => document.removeEventListener("pointerdown", press, true);
  }, [isOpen, MemberList]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    root.current?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  };
  const toggle = (member: Parameters<typeof attention.follow>[0]) =>
    member === followed ? attention.stop() : attention.follow(member);
  return (
    <div ref={root} className="inktape-people-corner" onKeyDown={onKeyDown}>
      <People members={members} theme={theme} followed={followed} onPick={toggle} />
      <Button
        label={messages.showPeople(members.length)}
        className="inktape-people-toggle"
        data-count={members.length}
        icon={<Users />}
        aria-expanded={isOpen}
        aria-controls={isOpen && MemberList ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && lateElement(MemberList, { id, editor, theme, members, names })}
    </div>
  );
}
