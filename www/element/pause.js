// @ts-check

/** Ends the current task, so that the page can respond to its reader before the next one. */
export const pause = () => new Promise((resume) => setTimeout(resume));
