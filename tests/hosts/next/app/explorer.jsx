"use client";

// Imported on the server too, which renders this; in the browser it registers the element.
import "clause-explorer";
import "clause-explorer/clause-explorer.css";
import { useEffect, useRef, useState } from "react";

export function Explorer() {
  const explorer = useRef(null);
  const [heard, setHeard] = useState("nothing");
  const [view, setView] = useState("sector=finance");

  // Not `once-change`: to a tag that came from the server, React 19 adds no listeners of a custom element.
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
