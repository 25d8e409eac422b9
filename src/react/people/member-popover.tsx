import { useMessages } from "../context.js";
import type { LateControlPart } from "../parts/late-control.js";
import { Popover } from "../parts/popover.js";
import { MemberList, type MemberListProps } from "./member-list.js";

/** Everybody in the room, under a button. */
export function MemberPopover({ trigger, ...list }: MemberListProps & LateControlPart) {
  const messages = useMessages();
  return (
    <Popover label={messages.peopleHere} className="inktape-members" align="end" trigger={trigger}>
      <MemberList {...list} />
    </Popover>
  );
}
