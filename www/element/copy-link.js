// @ts-check
// The link of a clause: pressing it copies its address, and the widget says so.

import { copy } from "./copy.js";

const SHOWN = 8000; // how long the message is shown, in milliseconds

/** @type {ReturnType<typeof setTimeout> | undefined} */
let hiding;

/**
 * Copies the address of a link. If that fails, the address is shown and selected.
 * @param {ShadowRoot} root
 * @param {HTMLAnchorElement} link
 */
export async function copyLink(root, link) {
  const name = link.getAttribute("aria-label") ?? "";
  const message = /** @type {HTMLElement} */ (root.querySelector(".copied-link"));
  const [status, field] = /** @type {[HTMLElement, HTMLTextAreaElement]} */ (/** @type {unknown} */ (message.children));
  const opened = new Promise((open) => root.host.addEventListener("ce-select", open, { once: true }));
  status.textContent = ""; // the same message again would not be read out
  const isCopied = await copy(link.href);
  status.textContent = (message.dataset[isCopied ? "copied" : "selected"] ?? "").replace("{name}", () => name);
  field.hidden = isCopied;
  field.value = link.href;
  field.setAttribute("aria-label", name);
  // In an iframe as high as its content, the message at the foot would be out of sight.
  const isTall = innerHeight > screen.height;
  const below = link.getBoundingClientRect().bottom - /** @type {HTMLElement} */ (message.closest(".root")).getBoundingClientRect().top;
  Object.assign(message.style, isTall ? { position: "absolute", inset: `${below}px 0 auto` } : { position: "", inset: "" });
  clearTimeout(hiding);
  if (isCopied) return void (hiding = setTimeout(() => (status.textContent = ""), SHOWN));
  // The link opens its clause too, which then has the focus.
  await opened;
  field.focus();
  field.select();
}
