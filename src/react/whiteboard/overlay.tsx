import Plus from "lucide-react/icons/plus";
import PencilLine from "lucide-react/icons/pencil-line";
import type { Theme } from "../../picture/palette.js";
import type { ConnectionStatus } from "../../client/room-client.js";
import { useMessages } from "../context.js";
import { usePages } from "../pages.js";
import { useReadOnlyReason } from "../people/read-only-reason.js";
import { Button } from "../parts/button.js";
import { PageBar } from "../parts/page-bar.js";
import { FollowBar } from "../people/follow-bar.js";
import { PeopleButton } from "../people/people-button.js";
import { Screen } from "../parts/screen.js";
import { ZoomBar } from "../parts/zoom-bar.js";
import { useBoard } from "../use-board.js";
import { useValue } from "../use-store.js";
import { LockedBadge, ReadOnlyBadge, RecordingBadge, RefusalBadge } from "./badges.js";
import { ConnectionBadge } from "./connection-badge.js";
import { Dock } from "./dock.js";
import type { Editor } from "./editor.js";
import { Slot } from "./slots.js";
import { usePageLock } from "./use-page-lock.js";
import { useRefusal } from "./use-refusal.js";

export interface OverlayProps {
  readonly editor: Editor;
  readonly theme: Theme;
  readonly isReadOnly: boolean;
  readonly status: ConnectionStatus;
  /** False until the room has been seen for the first time. */
  readonly hasBoard: boolean;
}

/** Everything that floats over the board. */
export function Overlay({ editor, theme, isReadOnly, status, hasBoard }: OverlayProps) {
  const { client, view } = editor;
  const isRecording = useBoard(client, (board) => board.isRecording);
  const isLocked = usePageLock(editor) && !isReadOnly;
  const isOut = status.state === "denied" || status.state === "closed";
  const canDraw = !isReadOnly && !isLocked && !isOut;
  const refusal = useRefusal(client);
  const readOnlyReason = useReadOnlyReason(client);
  return (
    <>
      <Slot name="EmptyHint">{hasBoard && <EmptyHint editor={editor} isReadOnly={!canDraw} />}</Slot>
      <Slot name="FollowBar">
        <FollowBar editor={editor} theme={theme} />
      </Slot>
      <div className="inktape-overlay">
        <Slot name="Status">
          <div className="inktape-status">
            {hasBoard && <ConnectionBadge status={status} onTryAgain={() => client.reconnect()} />}
            {isRecording && <RecordingBadge />}
            {isReadOnly && <ReadOnlyBadge reason={readOnlyReason} />}
            {isLocked && <LockedBadge />}
            {refusal !== null && <RefusalBadge reason={refusal} />}
          </div>
        </Slot>
        {hasBoard && (
          <Slot name="PageBar">
            <Pages editor={editor} isReadOnly={isReadOnly} />
          </Slot>
        )}
        {hasBoard && (
          <Slot name="People">
            <PeopleButton editor={editor} theme={theme} />
          </Slot>
        )}
        {hasBoard && canDraw && <Dock editor={editor} theme={theme} />}
        {hasBoard && (
          <Slot name="ZoomBar">
            <ZoomBar view={view} />
          </Slot>
        )}
      </div>
    </>
  );
}

function Pages({ editor, isReadOnly }: Pick<OverlayProps, "editor" | "isReadOnly">) {
  const messages = useMessages();
  const pages = usePages(editor.client.board, (board) => board);
  const current = useValue(editor.view.page);
  return (
    <PageBar pages={pages} current={current} onSelect={editor.showPage}>
      {!isReadOnly && (
        <Button
          label={messages.addPage}
          icon={<Plus />}
          tip={{ side: "below" }}
          onClick={() => editor.addPage(messages.newPageName)}
        />
      )}
    </PageBar>
  );
}

/** Says what to do on a page that nothing was ever put on. */
function EmptyHint({ editor, isReadOnly }: Pick<OverlayProps, "editor" | "isReadOnly">) {
  const messages = useMessages();
  const page = useValue(editor.view.page);
  const isEmpty = useBoard(editor.client, (board) => board.pages[page]?.top === null) ?? false;
  if (!isEmpty) return null;
  return (
    <Screen
      isHint
      icon={<PencilLine />}
      title={messages.emptyTitle}
      text={isReadOnly ? messages.emptyReadOnly : messages.emptyHint}
    />
  );
}
