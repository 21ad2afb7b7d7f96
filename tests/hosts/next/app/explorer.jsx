"use client";

// The server imports the package too and renders the tag; in the browser the package registers the element.
import "clause-explorer";
import "clause-explorer/clause-explorer.css";
import { useEffect, useRef, useState } from "react";

export function Explorer() {
  const explorer = useRef(null);
  const [heard, setHeard] = useState("nothing");
  const [view, setView] = useState("sector=finance");

  // Not `once-change`: React 19 adds no listeners of custom elements to tags that the server rendered.
  useEffect(() => {
    const element = explorer.current;
    const hear = ({ detail }) => setHeard(`${detail.count} ${detail.viewString}`);
    element.addEventListener("ce-change", hear);
    return () => element.removeEventListener("ce-change", hear);
  }, []);

  return (
    <>
      <p id="heard">{heard}</p>
      <button id="set" onClick={() => setView("sector=tourism")}>Tourism</button>
      <clause-explorer ref={explorer} lang="en" view={view}>The plan</clause-explorer>
    </>
  );
}
