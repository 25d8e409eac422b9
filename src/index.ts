export { InktapeProvider, type InktapeProviderProps } from "./react/provider.js";
export { Whiteboard, type WhiteboardProps } from "./react/whiteboard/whiteboard.js";
export type { Command } from "./canvas/keymap.js";
export type { NewShape, WhiteboardHandle } from "./react/whiteboard/handle.js";
export type { ShapeEvent, ShapeListeners } from "./react/whiteboard/shape-events.js";
export type { SlotComponent } from "./react/parts/slots.js";
export type { SlotName, WhiteboardComponents } from "./react/whiteboard/slots.js";
export { defineTool, type ToolDefinition, type ToolSpec } from "./react/define-tool.js";
export type { ReplayComponents, ReplaySlotName } from "./react/replay/slots.js";
export { Replay, type ReplayHandle, type ReplayProps } from "./react/replay/replay.js";

export { useBoard } from "./react/use-board.js";
export { useConnection } from "./react/use-connection.js";
export { useMembers } from "./react/use-members.js";
export { useFrame, usePosition } from "./react/use-position.js";
export { usePlayer } from "./react/use-player.js";
export { usePlayerState } from "./react/use-player-state.js";
export type { ControlledReplay } from "./react/use-controlled.js";
export type { ReplayListeners } from "./react/replay-listeners.js";
export type { MediaStatus } from "./player/media/media-link.js";
export type { MediaSource } from "./react/replay/media/media-source.js";
export type { MediaOptions } from "./react/replay/media/use-media-link.js";
export { type ReplayMedia, useReplayMedia } from "./react/replay/media/use-replay-media.js";
export { useReplay, type UseReplayOptions } from "./react/use-replay.js";
export { useRoom, type UseRoomOptions } from "./react/use-room.js";
export { useRoomEvent } from "./react/use-room-event.js";
export { useSharedState } from "./react/use-shared-state.js";
export { useCamera, useMember, useSelection, useTool, useWhiteboard } from "./react/use-whiteboard.js";
export { useRooms } from "./react/use-rooms.js";
export { useTimeline } from "./react/use-timeline.js";
export type { ThemeSetting } from "./react/context.js";
export type { Member } from "./react/members.js";
export { ENGLISH } from "./react/messages/en.js";
export type { Messages } from "./react/messages/messages.js";

export { createRoomClient, type RoomClientOptions } from "./client/create-room-client.js";
export { exportTape, type TapeFileWish } from "./client/export-tape.js";
export { openTape, type OpenTapeOptions } from "./client/open-tape.js";
export type { ConnectionState, ConnectionStatus, HistoryState, RoomClient, Self } from "./client/room-client.js";
export type { User } from "./client/identity.js";
export { createPlayer } from "./player/create-player.js";
export { type LinkedPlace, type LinkOptions, linkTo, readLink, type ReplayPlace } from "./player/replay-link.js";
export type { Moment } from "./player/track.js";
export type { Loop } from "./player/loop.js";
export type { Player, PlayerFrame, PlayerOptions, PlayerState, PlayerStatus, WhenHidden } from "./player/player.js";
export type { PlayerEvent, PlayerEventType } from "./player/player-events.js";
export { attachNavigation } from "./canvas/attach-navigation.js";
export { createView } from "./canvas/create-view.js";
export type { BoardView, Camera, Picture } from "./canvas/board-view.js";
export type { AnyToolName, CustomToolName, Drag, Tool, ToolContext, ToolName, ToolPointer } from "./canvas/tool.js";
export type { Theme } from "./picture/palette.js";
export {
  type CustomShape,
  type CustomShapeRecord,
  defineShape,
  type NewCustomShape,
  type ShapeDefinition,
  type ShapeSpec,
} from "./picture/custom/define-shape.js";
export { type Drawing, type DrawingPart, rectangle } from "./picture/custom/drawing.js";
export type { StandardSchema } from "./picture/custom/standard-schema.js";
export type { AttentionState } from "./react/people/attention-state.js";

export { type Board, EMPTY_BOARD, FIRST_PAGE, type Page } from "./board/board.js";
export { exportJson, importExcalidraw, importJson } from "./client/import-files.js";
export { exportPng, exportSvg, type PagePictureOptions, type PngOptions } from "./canvas/out/page-picture.js";
export { exportPdf } from "./canvas/out/pdf.js";
export { exportVideo, type VideoChunk, writeVideo } from "./video/export-video.js";
export { videoFormats } from "./video/formats.js";
export type { VideoFormat, VideoOptions, VideoProgress, VideoSound } from "./video/video-options.js";
export { pageSvg, type PageSvgOptions } from "./picture/page-svg.js";
export { presenterOf } from "./board/presenter.js";
export { pagesInOrder, shapeAt, shapesOf } from "./board/leaves.js";
export { plainBoard } from "./board/plain.js";
export type { Entry } from "./signal/entry.js";
export { type ErrorCode, InktapeError, isInktapeError } from "./signal/errors.js";
export { type MemberId, type Millis, type PageId, roomId, type RoomId, type Seq, type ShapeId } from "./signal/ids.js";
export type { RoomSummary } from "./signal/room-summary.js";
export type { Shape } from "./signal/shape.js";
export type { Access, Json, Profile, Role, Signal, VoidReason } from "./signal/signal.js";
export type { Marker, TapeMember, Timeline, TimeRange } from "./tape/timeline.js";
export type { TapeSource } from "./tape/tape-source.js";
export type { AssetContent, AssetStore } from "./transport/assets.js";
export type { Transport } from "./transport/transport.js";

export type { Clock } from "./clock/clock.js";
export { systemClock } from "./clock/system.js";
export { virtualClock, type VirtualClock } from "./clock/virtual.js";
export type { Store } from "./store/store.js";
