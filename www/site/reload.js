// @ts-check
// Only in pages that `serve` sends: reloads the page after each build, and shows why an edit could
// not be built, until the server stops.

import { showProblems } from "./problems.js";

/** @typedef {{ number: number, build: number, problems: import("./problems.js").Problem[] }} Shown */

/** @param {string} query @returns {Promise<Shown>} */
const shown = async (query) => {
  const answer = await fetch(`/__serve/shown${query}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
};

const follow = async () => {
  const build = Number(new URL(import.meta.url).searchParams.get("build"));
  let latest = await shown("");
  while (latest.build === build) {
    showProblems(latest.problems);
    latest = await shown(`?after=${latest.number}`);
  }
  location.reload();
};

// The page around an iframe follows the edits for it.
if (window === window.top) follow().catch(() => {});
