// @ts-check

/** @import { ClauseExplorerElement } from "./types.js" */

/**
 * The promise `ready` of one start, with the functions that settle it.
 * @typedef {{ promise: Promise<ClauseExplorerElement>, resolve: (element: ClauseExplorerElement) => void,
 *   reject: (error: Error) => void, isSettled?: boolean, isRejected?: boolean }} Ready
 */

/** Returns a pending promise. */
export function newReady() {
  const ready = /** @type {Ready} */ ({});
  ready.promise = new Promise((resolve, reject) => {
    ready.resolve = (element) => {
      ready.isSettled = true;
      resolve(element);
    };
    ready.reject = (error) => {
      ready.isSettled = ready.isRejected = true;
      reject(error);
    };
  });
  ready.promise.catch(() => {}); // `ce-error` reports it too, so an unused promise is no unhandled rejection
  return ready;
}
