import { type Late, late } from "../parts/late.js";
import { IMPORT_PDF, PREPARE_PICTURE } from "./pictures/late-work.js";

/**
 * What a whiteboard does not load at first, in the order in which it is fetched when there is time: what is most likely
 * to be used comes first.
 */
export const TOASTS = late(async () => (await import("../parts/toasts.js")).Toasts);
export const COMMAND_ICONS = late(async () => (await import("./menus/command-icons.js")).COMMAND_ICONS);
export const SLIDER = late(async () => (await import("../parts/slider.js")).Slider);
export const SHAPE_MENU = late(async () => (await import("./tools/shape-menu.js")).ShapeMenu);
export const MORE_MENU = late(async () => (await import("./tools/more-menu.js")).MoreMenu);
export const BOARD_MENU = late(async () => (await import("./menus/board-menu.js")).BoardMenu);
export const MAIN_MENU = late(async () => (await import("./menus/main-menu-items.js")).MainMenuItems);
export const PAGE_POPOVER = late(async () => (await import("./pages/page-popover.js")).PagePopover);
export const ZOOM_MENU = late(async () => (await import("./menus/zoom-menu.js")).ZoomMenu);
export const MEMBER_LIST = late(async () => (await import("../people/member-popover.js")).MemberPopover);
export const HEAD_MENU = late(async () => (await import("./style/head-menu.js")).HeadMenu);
export const FILL_COLORS = late(async () => (await import("./style/fill-colors.js")).FillColors);
export const PICTURE_BAR = late(async () => (await import("./pictures/picture-bar.js")).PictureBar);
export const PENDING_PICTURES = late(async () => (await import("./pictures/pending-pictures.js")).PendingPictures);
export const CROP_EDITOR = late(async () => (await import("./pictures/crop-editor.js")).CropEditor);
export const SHORTCUT_SHEET = late(async () => (await import("./menus/shortcut-sheet.js")).ShortcutSheet);
export const EXPORT_DIALOG = late(async () => (await import("./files/export-dialog.js")).ExportDialog);
/** Not among those that are fetched before anybody asks: it is a whole player. */
export const REWIND = late(async () => (await import("../replay/live/rewind.js")).Rewind);

/** All the others, as they are fetched. */
export const LATE_PARTS: readonly Late<unknown>[] = [
  TOASTS,
  COMMAND_ICONS,
  SLIDER,
  SHAPE_MENU,
  MORE_MENU,
  BOARD_MENU,
  MAIN_MENU,
  PAGE_POPOVER,
  ZOOM_MENU,
  MEMBER_LIST,
  HEAD_MENU,
  FILL_COLORS,
  PICTURE_BAR,
  PENDING_PICTURES,
  CROP_EDITOR,
  PREPARE_PICTURE,
  IMPORT_PDF,
  SHORTCUT_SHEET,
  EXPORT_DIALOG,
];
