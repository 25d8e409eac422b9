/** The looks of the API's page: those of the site, in light and dark, on wide and narrow screens. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7fa, #17191e);
  --surface: light-dark(#ffffff, #20222a);
  --text: light-dark(#1b1d25, #eceef5);
  --muted: light-dark(#5a5f70, #a9aebf);
  --line: light-dark(#dfe2ea, #363a46);
  --accent-text: light-dark(#3a51c8, #a8b6ff);
  --get: light-dark(#1d6b45, #8fdcb4);
  --danger: light-dark(#b02525, #ff9a94);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  color: var(--text);
  background: var(--ground);
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; }
a { color: var(--accent-text); }
:focus-visible { outline: 2px solid var(--accent-text); outline-offset: 2px; }
.header { display: flex; align-items: center; gap: 8px; min-block-size: 56px; padding: 8px 16px; background: var(--surface); border-block-end: 1px solid var(--line); }
.header h1 { margin: 0; padding-inline-start: 12px; font-size: 15px; font-weight: 500; color: var(--muted); border-inline-start: 1px solid var(--line); }
.brand { padding-inline-end: 4px; font-weight: 700; letter-spacing: -0.01em; color: inherit; text-decoration: none; }
main { max-inline-size: 860px; margin: 0 auto; padding: 24px 16px 64px; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
h2 { margin: 40px 0 12px; font-size: 20px; scroll-margin-block-start: 16px; }
article { margin-block: 12px; padding: 16px; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; scroll-margin-block-start: 16px; }
article p { margin: 0 0 8px; }
h3 { margin: 0 0 8px; font-size: 16px; font-weight: 600; overflow-wrap: anywhere; }
h4 { margin: 16px 0 4px; font-size: 13px; font-weight: 600; color: var(--muted); }
code { font: 14px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
.method { display: inline-block; min-inline-size: 56px; font-size: 13px; font-weight: 700; letter-spacing: 0.03em; color: var(--accent-text); }
.method.get { color: var(--get); }
.method.delete { color: var(--danger); }
.muted { color: var(--muted); font-size: 14px; }
table { inline-size: 100%; border-collapse: collapse; font-size: 14px; }
th, td { padding: 6px 12px 6px 0; text-align: start; vertical-align: top; font-weight: 400; border-block-start: 1px solid var(--line); overflow-wrap: anywhere; }
th { inline-size: 110px; }
td + td { inline-size: 45%; }
@media (max-width: 560px) {
  main { padding-inline: 12px; }
  tr { display: block; padding-block: 6px; border-block-start: 1px solid var(--line); }
  th, td, td + td { display: block; inline-size: auto; padding: 0; border: 0; }
}
`;
