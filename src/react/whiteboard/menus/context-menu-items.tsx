import ArrowDownUp from "lucide-react/icons/arrow-down-up";
import { useMessages } from "../../context.js";
import { MenuDivider, SubMenu } from "../../parts/menu.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { CommandItem } from "./command-item.js";
import { GridSwitch } from "./grid-switch.js";
import { SnapSwitch } from "./snap-switch.js";

/** What the board's menu offers: for what is selected, or for the page when nothing is. */
export function ContextMenuItems({ editor }: { readonly editor: Editor }) {
  const isReadOnly = useValue(editor.isReadOnly);
  const hasSelection = useValue(editor.selection).length > 0;
  return (
    <>
      {!isReadOnly && (
        <>
          {hasSelection && <CommandItem editor={editor} command="cut" />}
          {hasSelection && <CommandItem editor={editor} command="copy" />}
          <CommandItem editor={editor} command="paste" />
          {hasSelection ? <OfSelection editor={editor} /> : <OfPage editor={editor} />}
          <MenuDivider />
        </>
      )}
      <CommandItem editor={editor} command="zoomToFit" />
      {hasSelection && <CommandItem editor={editor} command="zoomToSelection" />}
      {hasSelection && (
        <>
          <CommandItem editor={editor} command="copyPng" isOptional />
          <CommandItem editor={editor} command="copySvg" isOptional />
        </>
      )}
    </>
  );
}

function OfSelection({ editor }: { readonly editor: Editor }) {
  const messages = useMessages();
  return (
    <>
      <CommandItem editor={editor} command="duplicate" />
      <MenuDivider />
      <SubMenu label={messages.order} icon={<ArrowDownUp />}>
        <CommandItem editor={editor} command="bringToFront" />
        <CommandItem editor={editor} command="bringForward" />
        <CommandItem editor={editor} command="sendBackward" />
        <CommandItem editor={editor} command="sendToBack" />
      </SubMenu>
      <CommandItem editor={editor} command="group" isOptional />
      <CommandItem editor={editor} command="ungroup" isOptional />
      <CommandItem editor={editor} command="flipHorizontally" />
      <CommandItem editor={editor} command="flipVertically" />
      <CommandItem editor={editor} command="toggleLock" />
      <MenuDivider />
      <CommandItem editor={editor} command="copyStyle" isOptional />
      <CommandItem editor={editor} command="pasteStyle" isOptional />
      <CommandItem editor={editor} command="delete" isDangerous />
    </>
  );
}

function OfPage({ editor }: { readonly editor: Editor }) {
  return (
    <>
      <CommandItem editor={editor} command="pasteInPlace" isOptional />
      <CommandItem editor={editor} command="selectAll" />
      <CommandItem editor={editor} command="unlockAll" isOptional />
      <MenuDivider />
      <GridSwitch editor={editor} />
      <SnapSwitch editor={editor} />
    </>
  );
}
