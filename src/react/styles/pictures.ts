/** Pictures: on their way in, being cropped, being described. */
export const pictureStyles = `
.inktape-drop {
  position: absolute; inset: 8px; z-index: 6; display: grid; place-items: center; pointer-events: none; border-radius: var(--_radius);
  border: 2px dashed var(--_accent-text); background: color-mix(in srgb, var(--_accent-soft) 55%, transparent);
}
.inktape-pending { position: absolute; inset: 0 auto auto 0; z-index: 2; transform-origin: 0 0; pointer-events: none; }
.inktape-pending > canvas { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; opacity: 0.55; }
.inktape-pending::after { content: ""; position: absolute; inset: 0; border: 1.5px dashed var(--_edge); border-radius: 4px; }
.inktape-pending[data-state="failed"]::after { border-color: var(--_danger); }
.inktape-pending-note {
  position: absolute; inset-block-start: 50%; inset-inline-start: 50%; translate: -50% -50%; z-index: 1; gap: 8px; padding: 4px 10px;
  inline-size: max-content; max-inline-size: min(280px, 80cqi); min-block-size: 36px; flex-wrap: wrap; justify-content: center; font-weight: 500;
}
.inktape-pending-note .inktape-spinner { inline-size: 18px; block-size: 18px; border-width: 2px; flex: none; }
.inktape-pending-note .inktape-button { color: var(--_accent-text); }
.inktape-picture-bar { position: absolute; inset: 0 auto auto 0; z-index: 2; inline-size: max-content; max-inline-size: calc(100cqi - 16px); }
.inktape-description { flex-direction: column; align-items: stretch; gap: 6px; padding: 12px; inline-size: min(320px, calc(100cqi - 16px)); }
.inktape-description label { font-weight: 600; }
.inktape-description small { color: var(--_muted); font-size: 12px; }
.inktape-description textarea {
  font: inherit; color: inherit; background: var(--_surface); padding: 8px; resize: vertical; min-block-size: 64px;
  border: 1px solid var(--_edge); border-radius: calc(var(--_radius) - 4px);
}
.inktape-description > div { display: flex; justify-content: flex-end; gap: 6px; }
.inktape-crop { position: absolute; inset: 0; z-index: 4; pointer-events: none; overflow: hidden; }
.inktape-crop-whole { position: absolute; inset: 0 auto auto 0; transform-origin: 0 0; overflow: visible; }
.inktape-crop-whole > canvas { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
.inktape-crop-whole { clip-path: inset(-16px); }
.inktape-crop-frame { position: absolute; outline: 2px solid var(--_accent-text); box-shadow: 0 0 0 9999px rgb(0 0 0 / 0.55); pointer-events: none; }
.inktape-crop-handle {
  position: absolute; margin: 0; padding: 0; inline-size: 28px; block-size: 28px; translate: -50% -50%; background: none; border: 0;
  pointer-events: auto; touch-action: none;
}
.inktape-crop-handle::after { content: ""; position: absolute; inset: 7px; border-radius: 3px; background: #fff; border: 2px solid var(--_accent); }
.inktape-crop-handle[data-side="all"] { inset: 0; inline-size: auto; block-size: auto; translate: none; cursor: move; }
.inktape-crop-handle[data-side="all"]::after { content: none; }
.inktape-crop-handle[data-side="left"] { left: 0; top: 50%; cursor: ew-resize; }
.inktape-crop-handle[data-side="right"] { left: 100%; top: 50%; cursor: ew-resize; }
.inktape-crop-handle[data-side="top"] { left: 50%; top: 0; cursor: ns-resize; }
.inktape-crop-handle[data-side="bottom"] { left: 50%; top: 100%; cursor: ns-resize; }
.inktape-crop-handle[data-side="topLeft"] { left: 0; top: 0; cursor: nwse-resize; }
.inktape-crop-handle[data-side="bottomRight"] { left: 100%; top: 100%; cursor: nwse-resize; }
.inktape-crop-handle[data-side="topRight"] { left: 100%; top: 0; cursor: nesw-resize; }
.inktape-crop-handle[data-side="bottomLeft"] { left: 0; top: 100%; cursor: nesw-resize; }
.inktape-crop-tools { position: absolute; inset-block-end: 76px; inset-inline-start: 50%; translate: -50% 0; }
.inktape:dir(rtl) .inktape-crop-tools { translate: 50% 0; }
@media (pointer: coarse) { .inktape-crop-handle { inline-size: 44px; block-size: 44px; } .inktape-crop-handle::after { inset: 15px; } }
`;
