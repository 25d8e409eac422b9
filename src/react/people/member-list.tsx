import Presentation from "lucide-react/icons/presentation";
import { useMemo } from "react";
import type { Theme } from "../../picture/palette.js";
import { useInktape, useMessages } from "../context.js";
import type { Member } from "../members.js";
import { usePages } from "../pages.js";
import { Button } from "../parts/button.js";
import { throttled } from "../throttle.js";
import { useStore, useValue } from "../use-store.js";
import type { Editor } from "../whiteboard/editor.js";
import { KeptOut } from "./kept-out.js";
import { MemberRow } from "./member-row.js";
import { doingOf, doingsOf } from "./person-state.js";
import type { SeenNames } from "./seen-names.js";

export interface MemberListProps {
  readonly editor: Editor;
  readonly theme: Theme;
  readonly members: readonly Member[];
  /** What those are called who have been here. */
  readonly names: SeenNames;
}

/** What people are at is looked at no oftener. */
const EVERY_MS = 250;
const NOTHING = {};

/** Everybody in the room with what they are at and may do; what an admin can do about it; and presenting. */
export function MemberList({ editor, theme, members, names }: MemberListProps) {
  const { client, attention } = editor;
  const { clock } = useInktape();
  const messages = useMessages();
  const calm = useMemo(() => throttled(client.board, EVERY_MS, clock), [client, clock]);
  const doings = useStore(calm, (board) => (board ? doingsOf(board) : NOTHING), NOTHING);
  const pages = usePages(client.board, (board) => board);
  const self = useStore(client.self, (value) => value, null);
  const { presenter, followed } = useValue(attention.state);
  const isPresenting = presenter !== null && presenter === self?.member;
  const isAdmin = self?.role === "admin";
  return (
    <>
      <h2>{messages.peopleCount(members.length)}</h2>
      <ul>
        {members.map((member) => {
          const { page, isDrawing } = doingOf(doings, member.member);
          return (
            <MemberRow
              key={member.member}
              person={member}
              theme={theme}
              isDrawing={isDrawing}
              page={pages.length > 1 ? (pages.find(({ id: other }) => other === page)?.name ?? null) : null}
              isPresenter={member.member === presenter}
              isFollowed={member.member === followed}
              isRuled={isAdmin && !member.isSelf}
              onFollow={(isWanted) => (isWanted ? attention.follow(member.member) : attention.stop())}
              onAccess={(access) => client.send([{ type: "access.set", user: member.profile.user, access }])}
            />
          );
        })}
      </ul>
      {isAdmin && <KeptOut client={client} names={names} />}
      {self && self.role !== "reader" && (
        <Button
          label={isPresenting ? messages.stopPresenting : messages.present}
          icon={<Presentation />}
          data-soft=""
          aria-pressed={isPresenting}
          onClick={isPresenting ? attention.endPresentation : attention.present}
        >
          {isPresenting ? messages.stopPresenting : messages.present}
        </Button>
      )}
    </>
  );
}
