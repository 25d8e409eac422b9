import { useEffect, useState } from "react";

const SHOWN_MS = 2000;

/** Puts the page's address on the clipboard. */
export function CopyLink() {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () => {
    const written = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error("No clipboard here."));
    written.then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  };
  const words = { copied: "Copied", refused: "Copy it from the address bar" };
  return (
    <button type="button" className="button copy-link" onClick={copy} aria-live="polite">
      {outcome ? words[outcome] : "Copy link"}
    </button>
  );
}
