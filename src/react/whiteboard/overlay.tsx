import PencilLine from "lucide-react/icons/pencil-line";
import type { Page } from "../../board/board.js";
import type { ConnectionStatus } from "../../client/room-client.js";
import type { Theme } from "../../picture/palette.js";
import { type ThemeSetting, useMessages } from "../context.js";
import { FollowBar } from "../people/follow-bar.js";
import { PeopleButton } from "../people/people-button.js";
import { useReadOnlyReason } from "../people/read-only-reason.js";
import { Screen } from "../parts/screen.js";
import { useSurface } from "../parts/surface.js";
import { useBoard } from "../use-board.js";
import { useIsNarrow } from "../use-is-narrow.js";
import { useMedia } from "../use-media.js";
import { useValue } from "../use-store.js";
import { LockedBadge, ReadOnlyBadge, RecordingBadge } from "./badges.js";
import { BackToDrawing } from "./back-to-drawing.js";
import { ConnectionBadge } from "./connection-badge.js";
import { Dock } from "./dock.js";
import type { Editor } from "./editor.js";
import { HistoryBar } from "./history-bar.js";
import { MainMenu } from "./menus/main-menu.js";
import { Notices } from "./notices.js";
import { PagePill } from "./pages/page-pill.js";
import { TopBar } from "./top-bar.js";
import { PictureNotices } from "./pictures/picture-notices.js";
import { RewindButton } from "./rewind-button.js";
import { Slot } from "./slots.js";
import { useIsCompact } from "./use-is-compact.js";
import { usePageLock } from "./use-page-lock.js";
import { ZenExit } from "./zen-exit.js";
import { ZoomControls } from "./zoom-controls.js";

export interface OverlayProps {
  readonly editor: Editor;
  readonly theme: Theme;
  /** What was asked for, which may be to follow the system. */
  readonly themeSetting: ThemeSetting;
  readonly isReadOnly: boolean;
  readonly status: ConnectionStatus;
  /** False until the room has been seen for the first time. */
  readonly hasBoard: boolean;
}

/** Below this, what fingers can press is so large that the style would cover much of the board. */
const TABLET_BELOW = 1000;

/** Everything that floats over the board. */
export function Overlay({ editor, theme, themeSetting, isReadOnly, status, hasBoard }: OverlayProps) {
  const { client } = editor;
  const { element } = useSurface();
  const isCompact = useIsCompact();
  const isTablet = useIsNarrow(element, TABLET_BELOW);
  const isTouched = useMedia("(pointer: coarse)");
  const isRecording = useBoard(client, (board) => board.isRecording);
  const isLocked = usePageLock(editor) && !isReadOnly;
  const isOut = status.state === "denied" || status.state === "closed";
  const canDraw = !isReadOnly && !isLocked && !isOut;
  const readOnlyReason = useReadOnlyReason(client);
  const own = { editor, theme, isReadOnly, isCompact };
  const isZen = useValue(editor.choices.isZen) && hasBoard;
  const connection = hasBoard && (
    <ConnectionBadge status={status} canDraw={canDraw} onTryAgain={() => client.reconnect()} />
  );
  const people = hasBoard && (
    <Slot name="People">
      <PeopleButton editor={editor} theme={theme} />
    </Slot>
  );
  return (
    <>
      <Slot name="EmptyHint">{hasBoard && <EmptyHint editor={editor} isReadOnly={!canDraw} />}</Slot>
      <Slot name="FollowBar">
        <FollowBar editor={editor} theme={theme} />
      </Slot>
      <div className="inktape-overlay" data-compact={isCompact || undefined}>
        {isZen ? (
          <div className="inktape-top">
            <ZenExit editor={editor} />
            <Slot name="Status">{status.state !== "online" && connection}</Slot>
          </div>
        ) : (
          <>
            <TopBar people={people}>
              <Slot name="Menu">{hasBoard && <MainMenu editor={editor} theme={themeSetting} />}</Slot>
              <Slot name="PageBar">{hasBoard && <PagePill {...own} />}</Slot>
              <Slot name="Status">
                {connection}
                {isRecording && <RecordingBadge />}
                {isReadOnly && <ReadOnlyBadge reason={readOnlyReason} />}
                {isLocked && <LockedBadge />}
                {editor.pictures && <PictureNotices desk={editor.pictures} />}
              </Slot>
              <Slot name="Rewind">{isRecording && hasBoard && <RewindButton choices={editor.choices} />}</Slot>
            </TopBar>
            {hasBoard && canDraw && <HistoryBar client={client} />}
            {hasBoard && canDraw && <Dock {...own} isStyleFolded={isCompact || (isTablet && isTouched)} />}
            <Slot name="ZoomBar">{hasBoard && <ZoomControls editor={editor} />}</Slot>
            {hasBoard && <BackToDrawing editor={editor} />}
          </>
        )}
        <Notices editor={editor} />
      </div>
    </>
  );
}

/** Says what to do on a page that nothing was ever put on, be it a shape or a picture as its paper. */
function EmptyHint({ editor, isReadOnly }: Pick<OverlayProps, "editor" | "isReadOnly">) {
  const messages = useMessages();
  const page = useValue(editor.view.page);
  const isEmpty = useBoard(editor.client, (board) => isUntouched(board.pages[page])) ?? false;
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

function isUntouched(page: Page | undefined): boolean {
  return page !== undefined && page.top === null && (page.paper?.asset ?? "") === "";
}
