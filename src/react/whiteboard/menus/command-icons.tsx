import AlignCenterHorizontal from "lucide-react/icons/align-center-horizontal";
import AlignCenterVertical from "lucide-react/icons/align-center-vertical";
import AlignEndHorizontal from "lucide-react/icons/align-end-horizontal";
import AlignEndVertical from "lucide-react/icons/align-end-vertical";
import AlignHorizontalSpaceAround from "lucide-react/icons/align-horizontal-space-around";
import AlignStartHorizontal from "lucide-react/icons/align-start-horizontal";
import AlignStartVertical from "lucide-react/icons/align-start-vertical";
import AlignVerticalSpaceAround from "lucide-react/icons/align-vertical-space-around";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowDownToLine from "lucide-react/icons/arrow-down-to-line";
import ArrowUp from "lucide-react/icons/arrow-up";
import ArrowUpToLine from "lucide-react/icons/arrow-up-to-line";
import BrushCleaning from "lucide-react/icons/brush-cleaning";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import ClipboardPaste from "lucide-react/icons/clipboard-paste";
import Copy from "lucide-react/icons/copy";
import FileBraces from "lucide-react/icons/file-braces";
import FileImage from "lucide-react/icons/file-image";
import FileText from "lucide-react/icons/file-text";
import FlipHorizontal2 from "lucide-react/icons/flip-horizontal-2";
import FlipVertical2 from "lucide-react/icons/flip-vertical-2";
import Focus from "lucide-react/icons/focus";
import FolderOpen from "lucide-react/icons/folder-open";
import GroupIcon from "lucide-react/icons/group";
import ImageDown from "lucide-react/icons/image-down";
import Keyboard from "lucide-react/icons/keyboard";
import Lock from "lucide-react/icons/lock";
import LockOpen from "lucide-react/icons/lock-open";
import Maximize from "lucide-react/icons/maximize";
import ScanSearch from "lucide-react/icons/scan-search";
import Scissors from "lucide-react/icons/scissors";
import Shapes from "lucide-react/icons/shapes";
import SquareDashed from "lucide-react/icons/square-dashed";
import Trash2 from "lucide-react/icons/trash-2";
import Ungroup from "lucide-react/icons/ungroup";
import type { ReactNode } from "react";
import type { ActionCommand } from "../../../canvas/keymap.js";

/** What the buttons and menus of commands show; some have nothing but their name. */
export const COMMAND_ICONS: { readonly [C in ActionCommand]?: ReactNode } = {
  bringToFront: <ArrowUpToLine />,
  bringForward: <ArrowUp />,
  sendBackward: <ArrowDown />,
  sendToBack: <ArrowDownToLine />,
  alignLeft: <AlignStartVertical />,
  alignCenter: <AlignCenterVertical />,
  alignRight: <AlignEndVertical />,
  distributeHorizontally: <AlignHorizontalSpaceAround />,
  alignTop: <AlignStartHorizontal />,
  alignMiddle: <AlignCenterHorizontal />,
  alignBottom: <AlignEndHorizontal />,
  distributeVertically: <AlignVerticalSpaceAround />,
  flipHorizontally: <FlipHorizontal2 />,
  flipVertically: <FlipVertical2 />,
  group: <GroupIcon />,
  ungroup: <Ungroup />,
  duplicate: <Copy />,
  toggleLock: <Lock />,
  delete: <Trash2 />,
  cut: <Scissors />,
  copy: <Copy />,
  paste: <ClipboardPaste />,
  zoomToFit: <Maximize />,
  selectAll: <SquareDashed />,
  unlockAll: <LockOpen />,
  importFile: <FolderOpen />,
  exportAs: <ImageDown />,
  exportPng: <FileImage />,
  exportSvg: <Shapes />,
  exportPdf: <FileText />,
  exportJson: <FileBraces />,
  clearPage: <BrushCleaning />,
  showShortcuts: <Keyboard />,
  toggleZen: <Focus />,
  zoomToSelection: <ScanSearch />,
  previousPage: <ChevronLeft data-directed="" />,
  nextPage: <ChevronRight data-directed="" />,
};
