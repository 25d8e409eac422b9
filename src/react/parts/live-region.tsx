/** Says its text to people who listen, whenever it changes. Shows nothing. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div className="inktape-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
