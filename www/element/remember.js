// @ts-check

import { inDocument } from "./native.js";
import { pause } from "./pause.js";

/**
 * Brings a widget to where the reader was. A new one, which has not the state of the one before, opens what was open
 * apart from the view; the list scrolls only if it is the same list.
 * @typedef {(place: Element, isNew: boolean, isSameList: boolean) => Promise<void>} Restore
 */

/**
 * Remembers what the reader has opened, scrolled and focused in a widget, apart from the view.
 * @param {ShadowRoot} root
 * @param {Element} place - the widget's
 * @returns {Restore}
 */
export function remember(root, place) {
  const open = new Map(all(place, TOGGLES).map((toggle) => [keyOf(toggle), isOpen(toggle)]));
  const details = new Map(detailsIn(place).map((one) => [nameOf(one), one.open]));
  const hasPanel = !!place.querySelector(".panel[data-open=true]");
  const quote = quoteIn(place)?.value;
  const top = listIn(place)?.scrollTop ?? 0;
  const { scrollX, scrollY } = window;
  const isWhole = !showAllIn(place);
  const field = /** @type {HTMLInputElement | null} */ (root.activeElement);
  const focused = field && all(place, FOCUSABLE).indexOf(field);
  const selected = /** @type {const} */ ([field?.selectionStart ?? 0, field?.selectionEnd ?? 0]);
  return async (place, isNew, isSameList) => {
    const activeElement = inDocument("activeElement");
    for (const toggle of isNew ? all(place, TOGGLES) : []) if (open.get(keyOf(toggle)) === !isOpen(toggle)) toggle.click();
    if (isNew && isWhole) showAllIn(place)?.click();
    for (const one of detailsIn(place)) one.open = details.get(nameOf(one)) ?? one.open;
    await pause();
    // The focus moves into an opened panel some tasks later.
    for (const end = performance.now() + PATIENCE_FOR_FOCUS; isNew && hasPanel && !root.activeElement?.closest(".panel") && performance.now() < end; ) await pause();
    const field = quoteIn(place);
    if (isNew && field && quote) {
      field.value = quote;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    const list = listIn(place);
    if (list && isSameList) {
      list.scrollTop = top;
      scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    }
    const target = focused === null ? activeElement : all(place, FOCUSABLE)[focused];
    /** @type {HTMLInputElement} */ (target)?.focus?.({ preventScroll: true });
    if (focused !== null && selected[1]) /** @type {HTMLInputElement} */ (target)?.setSelectionRange?.(...selected);
  };
}

/** Buttons that open and close something that is no part of the view. */
const TOGGLES = "[aria-controls]";

const PATIENCE_FOR_FOCUS = 10_000; // until the focus has moved, in milliseconds; a busy machine needs more than a second

const FOCUSABLE = "a,button,input,select,textarea,summary,[tabindex]";

/**
 * @param {Element} place
 * @param {string} selector
 */
const all = (place, selector) => /** @type {HTMLElement[]} */ ([...place.querySelectorAll(selector)]);

/** @param {Element} toggle */
const keyOf = (toggle) => toggle.getAttribute("aria-controls");

/** @param {Element} toggle */
const isOpen = (toggle) => (toggle.getAttribute("aria-expanded") ?? toggle.getAttribute("aria-pressed")) === "true";

/** @param {Element} place */
const detailsIn = (place) => /** @type {HTMLDetailsElement[]} */ (all(place, "details"));

/**
 * Returns the name of a facet, or the text of what opens the preamble or a note.
 * @param {Element} details
 */
const nameOf = (details) => details.querySelector("input")?.name ?? details.querySelector("summary")?.textContent;

/**
 * @param {Element} place
 * @returns {HTMLTextAreaElement | null}
 */
const quoteIn = (place) => place.querySelector("#ce-quoted");

/**
 * Returns the button that shows the rest of an article's list, if that is hidden.
 * @param {Element} place
 */
const showAllIn = (place) => /** @type {HTMLElement | null} */ (place.querySelector(".show-all button"));

/** @param {Element} place */
const listIn = (place) => place.querySelector("[part~=list]");
