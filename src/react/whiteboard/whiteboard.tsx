import {
  type CSSProperties,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { commandsFor } from "../../canvas/key-press.js";
import type { ShapeDefinition } from "../../picture/custom/define-shape.js";
import type { InktapeError } from "../../signal/errors.js";
import { createStore } from "../../store/store.js";
import { type ThemeSetting, useInktape } from "../context.js";
import { type ToolDefinition, toolOfKey } from "../define-tool.js";
import { MissingPartContext } from "../parts/late.js";
import { LiveRegion } from "../parts/live-region.js";
import { prefetch } from "../parts/prefetch.js";
import { Frame } from "../parts/frame.js";
import { watchRing } from "../parts/watch-ring.js";
import { useHost } from "../parts/use-host.js";
import { EnsureProvider } from "../provider.js";
import { pictureStyles } from "../styles/pictures.js";
import { RoomContext, roomOfClient } from "../room-context.js";
import { peopleStyles } from "../styles/people.js";
import { controlStyles } from "../styles/controls.js";
import { whiteboardStyles } from "../styles/whiteboard.js";
import { useConnection } from "../use-connection.js";
import { useCustomShapes } from "../use-custom-shapes.js";
import { useEvent } from "../use-event.js";
import { useKeys } from "../use-keys.js";
import { type UseRoomOptions, useRoom } from "../use-room.js";
import { useSameList } from "../use-same-list.js";
import { useStore, useValue } from "../use-store.js";
import { useTheme } from "../use-theme.js";
import { WhiteboardContext } from "../use-whiteboard.js";
import { createChoices } from "./choices.js";
import { useClipboard } from "./clipboard/use-clipboard.js";
import { runCommand } from "./commands/run-command.js";
import { connectionHint } from "./connection-badge.js";
import { CustomToolsContext } from "./custom-tools.js";
import { Entrance } from "./entrance.js";
import { Floating } from "./floating.js";
import { createHandle, type WhiteboardHandle } from "./handle.js";
import { LATE_PARTS } from "./late-parts.js";
import { LookBack } from "./look-back.js";
import { Overlay } from "./overlay.js";
import { Pictures } from "./pictures/pictures.js";
import type { ShapeListeners } from "./shape-events.js";
import { ShapeKeys } from "./shape-keys.js";
import { Slots, type WhiteboardComponents } from "./slots.js";
import { TextEditor } from "./text-editor.js";
import { useEditor } from "./use-editor.js";
import { useShapeEvents } from "./use-shape-events.js";

export interface WhiteboardProps extends UseRoomOptions, ShapeListeners {
  /** Only look, pan and zoom, whatever the role allows. */
  readonly isReadOnly?: boolean | undefined;
  /** The provider's unless it says otherwise. */
  readonly theme?: ThemeSetting | undefined;
  /** Called when the person chooses a theme in the menu. Whoever chose last, the app or the person, has their way. */
  readonly onTheme?: ((theme: ThemeSetting) => void) | undefined;
  /** False leaves all keys to the app: no shortcut does anything. True unless it says otherwise. */
  readonly hasKeys?: boolean | undefined;
  /** Gives the board the focus when it comes, unless something else on the page has it: then its keys work at once. False unless it says otherwise. */
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** Parts to leave out, replace or put something around. */
  readonly components?: WhiteboardComponents | undefined;
  /** The kinds of shapes that the app has declared; the provider's unless it says otherwise. */
  readonly shapes?: readonly ShapeDefinition[] | undefined;
  /** The tools that the app has declared; the provider's unless it says otherwise. */
  readonly tools?: readonly ToolDefinition[] | undefined;
  /** Shown over the board once the room is there, with `useWhiteboard` and the hooks of the room. */
  readonly children?: ReactNode;
  /** What an app can do with the board; null while there is no room. */
  readonly ref?: Ref<WhiteboardHandle> | undefined;
  /** Called when a room's client and its view are there, again for every other room. */
  readonly onReady?: ((board: WhiteboardHandle) => void) | undefined;
  /** Called when the room cannot be reached or says no, and when something of the app's own fails: a painter of a shape. */
  readonly onError?: ((error: InktapeError) => void) | undefined;
}

const CONTROL_KEYS = /^(Enter|Arrow|Page)/;

/** True for a key that the control with the focus has a use for: the board itself has it only when nothing else does. */
function isForControl({ key, target }: KeyboardEvent, host: HTMLElement | null): boolean {
  return CONTROL_KEYS.test(key) && target !== host && target !== document.body;
}

const STYLES = {
  name: "whiteboard",
  rules: controlStyles + whiteboardStyles + pictureStyles + peopleStyles,
};

/** A live whiteboard. Fills the element around it. */
export function Whiteboard(props: WhiteboardProps) {
  return (
    <EnsureProvider>
      <WhiteboardFrame {...props} />
    </EnsureProvider>
  );
}

function WhiteboardFrame(props: WhiteboardProps) {
  const { messages, clock, theme: providedTheme, tools: providedTools } = useInktape();
  const root = useRef<HTMLElement>(null);
  const [host, hostRef] = useHost<HTMLDivElement>();
  const [choices] = useState(createChoices);
  const appTheme = props.theme ?? providedTheme;
  const chosenTheme = useValue(choices.theme);
  const setting = chosenTheme ?? appTheme;
  const theme = useTheme(setting);
  const [readOnlyStore] = useState(() => createStore(false));
  const tools = useSameList(props.tools ?? providedTools);
  const [toolStore] = useState(() => createStore(tools));
  useEffect(() => toolStore.set(tools), [toolStore, tools]);

  const client = useRoom(props);
  const status = useConnection(client);
  const isReader = useStore(client?.self ?? null, (self) => self?.role === "reader", false);
  const isReadOnly = isReader || (props.isReadOnly ?? false);
  useEffect(() => readOnlyStore.set(isReadOnly), [readOnlyStore, isReadOnly]);
  const custom = useCustomShapes(props.shapes, props.onError);
  const editor = useEditor({ client, host, choices, theme, isReadOnly: readOnlyStore, custom, tools: toolStore });
  const handle = useMemo(() => editor && createHandle(editor), [editor]);
  const room = useMemo(() => client && roomOfClient(client), [client]);
  const hasBoard = useStore(client?.board ?? null, (board) => board !== null, false);

  useImperativeHandle(props.ref, () => handle as WhiteboardHandle, [handle]);
  const isLookingBack = useValue(choices.isLookingBack);
  const tellReady = useEvent((ready: WhiteboardHandle) => props.onReady?.(ready));
  useEffect(() => {
    if (handle) tellReady(handle);
  }, [handle, tellReady]);
  const tellError = useEvent((error: InktapeError) => props.onError?.(error));
  useEffect(() => {
    if (status.error) tellError(status.error);
  }, [status.error, tellError]);
  const tellTheme = useEvent((chosen: ThemeSetting) => props.onTheme?.(chosen));
  useEffect(() => {
    if (chosenTheme !== null) tellTheme(chosenTheme);
  }, [chosenTheme, tellTheme]);
  useEffect(() => choices.theme.set(null), [choices, appTheme]);
  const tellMissing = useEvent((tryAgain: () => void) =>
    editor?.notice.set({
      kind: "failed",
      text: messages.partMissing,
      action: { label: messages.tryAgain, run: tryAgain },
    }),
  );
  useEffect(() => (hasBoard ? prefetch(LATE_PARTS, clock) : undefined), [hasBoard, clock]);
  useEffect(() => (host && root.current ? watchRing(host, root.current) : undefined), [host]);
  const isFocusWanted = hasBoard && (props.autoFocus ?? false);
  useEffect(() => {
    if (isFocusWanted && host && document.activeElement === document.body) host.focus({ preventScroll: true });
  }, [isFocusWanted, host]);
  useShapeEvents(client, props);
  useClipboard(root, editor, props.hasKeys !== false && !isLookingBack);
  useKeys(root, (event) => {
    if (!editor || isLookingBack || props.hasKeys === false || isForControl(event, host)) return false;
    const own = isReadOnly ? null : toolOfKey(tools, event);
    if (own) choices.tool.set(own.name);
    return own !== null || commandsFor(event).some((command) => runCommand(editor, command));
  });

  return (
    <Frame
      root={root}
      label={messages.whiteboardOf(props.room)}
      styles={STYLES}
      theme={setting}
      className={props.className}
      style={props.style}
    >
      <MissingPartContext value={tellMissing}>
        <div ref={hostRef} className="inktape-canvas" role="application" aria-label={messages.canvas} tabIndex={0} />
        {!hasBoard && <Entrance status={status} onTryAgain={() => client?.reconnect()} />}
        {editor && host && <ShapeKeys editor={editor} host={host} />}
        {editor && <TextEditor editor={editor} theme={theme} />}
        {editor && <Pictures editor={editor} desk={editor.pictures} canDraw={!isReadOnly} root={root} />}
        {editor && (
          <WhiteboardContext value={handle}>
            <RoomContext value={room}>
              <CustomToolsContext value={tools}>
                <Slots components={props.components}>
                  <Overlay
                    editor={editor}
                    theme={theme}
                    themeSetting={setting}
                    isReadOnly={isReadOnly}
                    status={status}
                    hasBoard={hasBoard}
                  />
                </Slots>
              </CustomToolsContext>
              {hasBoard && props.children !== undefined && <div className="inktape-children">{props.children}</div>}
            </RoomContext>
          </WhiteboardContext>
        )}
        {editor && host && hasBoard && <Floating editor={editor} host={host} />}
        {client && isLookingBack && <LookBack {...props} theme={setting} client={client} choices={choices} />}
      </MissingPartContext>
      <LiveRegion
        text={`${messages.connection[status.state]} ${connectionHint({ ...status, pending: 0 }, messages, !isReadOnly)}`}
      />
    </Frame>
  );
}
