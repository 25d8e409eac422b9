import Download from "lucide-react/icons/download";
import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import SunMoon from "lucide-react/icons/sun-moon";
import type { ReactNode } from "react";
import { useMessages, type ThemeSetting } from "../../context.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Menu, MenuChoice, MenuChoices, MenuDivider, SubMenu } from "../../parts/menu.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { CommandItem } from "./command-item.js";
import { GridSwitch } from "./grid-switch.js";
import { SnapSwitch } from "./snap-switch.js";

const THEME_ICONS: Readonly<Record<ThemeSetting, ReactNode>> = { light: <Sun />, dark: <Moon />, system: <Monitor /> };
const THEMES = Object.keys(THEME_ICONS) as readonly ThemeSetting[];

export interface MainMenuItemsProps {
  readonly editor: Editor;
  /** The theme in force. */
  readonly theme: ThemeSetting;
}

/** Files, the page, how the board looks and the keys, under a button. */
export function MainMenuItems({ editor, theme, trigger }: MainMenuItemsProps & LateControlPart) {
  const messages = useMessages();
  const isReadOnly = useValue(editor.isReadOnly);
  return (
    <Menu trigger={trigger}>
      {!isReadOnly && <CommandItem editor={editor} command="importFile" />}
      <SubMenu label={messages.save} icon={<Download />}>
        <CommandItem editor={editor} command="exportAs" />
        <CommandItem editor={editor} command="exportPng" />
        <CommandItem editor={editor} command="exportSvg" />
        <CommandItem editor={editor} command="exportPdf" />
        <CommandItem editor={editor} command="exportJson" />
      </SubMenu>
      <MenuDivider />
      {!isReadOnly && (
        <>
          <GridSwitch editor={editor} />
          <SnapSwitch editor={editor} />
          <CommandItem editor={editor} command="clearPage" isDangerous />
          <MenuDivider />
        </>
      )}
      <ThemeMenu editor={editor} theme={theme} />
      <CommandItem editor={editor} command="toggleZen" />
      <CommandItem editor={editor} command="showShortcuts" />
    </Menu>
  );
}

function ThemeMenu({ editor, theme: chosen }: MainMenuItemsProps) {
  const messages = useMessages();
  return (
    <SubMenu label={messages.theme} icon={<SunMoon />}>
      <MenuChoices value={chosen} label={messages.theme} onChoose={(theme) => editor.choices.theme.set(theme)}>
        {THEMES.map((theme) => (
          <MenuChoice key={theme} value={theme} label={messages.themeName[theme]} icon={THEME_ICONS[theme]} />
        ))}
      </MenuChoices>
    </SubMenu>
  );
}
