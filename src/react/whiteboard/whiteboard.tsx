import { type CSSProperties, useEffect, useRef, useState } from "react";
import type { BoardView } from "../../canvas/board-view.js";
import { commandFor } from "../../canvas/key-press.js";
import type { RoomClient } from "../../client/room-client.js";
import { createStore } from "../../store/store.js";
import { type ThemeSetting, useInktape } from "../context.js";
import { LiveRegion } from "../parts/live-region.js";
import { Styles } from "../parts/styles.js";
import { useHost } from "../parts/use-host.js";
import { EnsureProvider } from "../provider.js";
import { whiteboardStyles } from "../styles/whiteboard.js";
import { useConnection } from "../use-connection.js";
import { useEvent } from "../use-event.js";
import { useKeys } from "../use-keys.js";
import { type UseRoomOptions, useRoom } from "../use-room.js";
import { useStore } from "../use-store.js";
import { useTheme } from "../use-theme.js";
import { createChoices } from "./choices.js";
import { runCommand } from "./commands/run-command.js";
import { connectionHint } from "./connection-badge.js";
import { Entrance } from "./entrance.js";
import { Overlay } from "./overlay.js";
import { TextEditor } from "./text-editor.js";
import { useEditor } from "./use-editor.js";

export interface WhiteboardProps extends UseRoomOptions {
  /** Only look, pan and zoom, whatever the role allows. */
  readonly isReadOnly?: boolean | undefined;
  /** The provider's unless it says otherwise. */
  readonly theme?: ThemeSetting | undefined;
  /** False leaves all keys to the app: no shortcut does anything. True unless it says otherwise. */
  readonly hasKeys?: boolean | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** Called when a room's client and its view are there, again for every other room: for what props do not offer. */
  readonly onReady?: ((board: WhiteboardHandle) => void) | undefined;
}

export interface WhiteboardHandle {
  readonly client: RoomClient;
  readonly view: BoardView;
}

const CONTROL_KEYS = /^(Enter|Arrow|Page)/;

/** True for a key that the control with the focus has a use for: the board itself has it only when nothing else does. */
function isForControl({ key, target }: KeyboardEvent, host: HTMLElement | null): boolean {
  return CONTROL_KEYS.test(key) && target !== host && target !== document.body;
}

/** A live whiteboard. Fills the element around it. */
export function Whiteboard(props: WhiteboardProps) {
  return (
    <EnsureProvider>
      <WhiteboardFrame {...props} />
    </EnsureProvider>
  );
}

function WhiteboardFrame(props: WhiteboardProps) {
  const { messages, theme: providedTheme } = useInktape();
  const setting = props.theme ?? providedTheme;
  const theme = useTheme(setting);
  const root = useRef<HTMLElement>(null);
  const [host, hostRef] = useHost<HTMLDivElement>();
  const [choices] = useState(createChoices);
  const [readOnlyStore] = useState(() => createStore(false));

  const client = useRoom(props);
  const status = useConnection(client);
  const isReader = useStore(client?.self ?? null, (self) => self?.role === "reader", false);
  const isReadOnly = isReader || (props.isReadOnly ?? false);
  useEffect(() => readOnlyStore.set(isReadOnly), [readOnlyStore, isReadOnly]);
  const editor = useEditor({ client, host, choices, theme, isReadOnly: readOnlyStore });
  const hasBoard = useStore(client?.board ?? null, (board) => board !== null, false);

  const tellReady = useEvent((handle: WhiteboardHandle) => props.onReady?.(handle));
  useEffect(() => {
    if (editor) tellReady({ client: editor.client, view: editor.view });
  }, [editor, tellReady]);
  useKeys(root, (event) => {
    if (!editor || props.hasKeys === false || isForControl(event, host)) return false;
    const command = commandFor(event);
    return command !== null && runCommand(editor, command);
  });

  return (
    <section
      ref={root}
      className={props.className ? `inktape ${props.className}` : "inktape"}
      style={props.style}
      data-theme={setting}
      aria-label={messages.whiteboardOf(props.room)}
    >
      <Styles name="whiteboard" rules={whiteboardStyles} />
      <div ref={hostRef} className="inktape-canvas" role="application" aria-label={messages.canvas} tabIndex={0} />
      {!hasBoard && <Entrance status={status} onTryAgain={() => client?.reconnect()} />}
      {editor && <TextEditor editor={editor} theme={theme} />}
      {editor && <Overlay editor={editor} theme={theme} isReadOnly={isReadOnly} status={status} hasBoard={hasBoard} />}
      <LiveRegion
        text={`${messages.connection[status.state]} ${connectionHint({ ...status, pending: 0 }, messages)}`}
      />
    </section>
  );
}
